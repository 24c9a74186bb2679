import { log } from './log.js';
import { value } from './waits.js';
log.push('user');
export const twice = value * 2;
