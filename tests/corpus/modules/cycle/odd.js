import { isEven, name as evenName } from './even';
export const log = [];
export function isOdd(n) {
  return n === 0 ? false : isEven(n - 1);
}
export const name = 'odd';
log.push(isEven(0) === true ? 'function isEven works' : 'wrong');
try {
  log.push('name of even: ' + evenName);
} catch (e) {
  log.push('name of even: ' + e.name);
}
