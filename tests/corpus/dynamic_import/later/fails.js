import { log } from './log.js';
log.push('fails');
const nothing = undefined;
export const value = nothing.value;
