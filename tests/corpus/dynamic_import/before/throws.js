import { log } from './log.js';
log.push('throws');
throw new Error('in vain');
