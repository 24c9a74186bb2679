import { log } from './log.js';
import './common.js';
log.push('second');
export const name = 'second';
