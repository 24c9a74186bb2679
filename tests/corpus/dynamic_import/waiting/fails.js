import { log } from './log.js';
log.push('fails begins');
await 1;
throw 7;
