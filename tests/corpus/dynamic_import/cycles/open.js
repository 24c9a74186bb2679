import './back.js';
import { log, gate } from './log.js';
log.push('open waits');
await gate.passed;
