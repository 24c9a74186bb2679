import { log } from './log';
log.push('c');
export const c = 'c';
