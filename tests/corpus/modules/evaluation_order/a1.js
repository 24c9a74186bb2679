import { log } from './log';
log.push('a1');
