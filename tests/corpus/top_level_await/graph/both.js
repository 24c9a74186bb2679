import './user.js';
import './longer.js';
import { log } from './log.js';
log.push('both begins');
await undefined;
log.push('both ends');
