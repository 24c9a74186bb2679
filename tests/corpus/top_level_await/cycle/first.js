import { log } from './log.js';
import { second } from './second.js';
export function first() {
  return 'first';
}
log.push(`first begins, ${second}`);
await undefined;
log.push('first ends');
