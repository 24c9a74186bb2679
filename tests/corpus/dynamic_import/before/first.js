import { log } from './log.js';
import './common.js';
log.push('first');
export const name = 'first';
