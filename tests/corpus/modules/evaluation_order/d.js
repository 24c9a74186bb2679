import { log } from './log';
log.push('d');
export const d = 'd';
