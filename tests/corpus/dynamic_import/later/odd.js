import { log } from './log.js';
import { name } from './shared.js';
import { isEven } from './even.js';
const own = name;
export const found = () => own;
export function isOdd(n) {
  return n !== 0 && isEven(n - 1);
}
log.push('even');
