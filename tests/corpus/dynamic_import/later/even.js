import { log } from './log.js';
import './shared.js';
import { isOdd, found } from './odd.js';
export { found };
export const label = 'even';
export function isEven(n) {
  return n === 0 || isOdd(n - 1);
}
log.push('odd');
