import { log } from './log.js';
log.push('common');
export const common = 'common';
