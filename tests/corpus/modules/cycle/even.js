import { isOdd, name as oddName } from './odd';
export const log = [];
export function isEven(n) {
  return n === 0 ? true : isOdd(n - 1);
}
export const name = 'even';
log.push(isOdd(0) === false ? 'function isOdd works' : 'wrong');
log.push('name of odd: ' + oddName);
