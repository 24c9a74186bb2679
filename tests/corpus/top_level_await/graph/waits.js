import { log } from './log.js';
log.push('waits begins');
export let value = 'before';
await undefined;
value = await Promise.resolve('awaited');
log.push('waits ends');
