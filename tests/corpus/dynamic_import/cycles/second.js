import './first.js';
import { log } from './log.js';
await 0;
log.push('second runs');
