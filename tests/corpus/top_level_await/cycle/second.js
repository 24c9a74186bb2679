import { log } from './log.js';
import { first } from './first.js';
import './third.js';
log.push(`second begins, ${first()}`);
export const second = await 'second';
log.push('second ends');
