import './back.js';
import { log, gate, waits } from './log.js';
log.push('open waits');
waits.open();
await gate.passed;
