import { log } from './log.js';
log.push('shared');
export const name = 'even';
