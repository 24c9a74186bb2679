import { log } from './log.js';
log.push('longer begins');
for (let i = 0; i < 10; i++) await undefined;
log.push('longer ends');
