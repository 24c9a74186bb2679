import { log, gate } from './log.js';
log.push('waits begins');
export const value = await gate.passed;
log.push('waits ends');
