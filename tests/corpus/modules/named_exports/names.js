export { inner as local, inList, other };
export const a = 1;
export let b = 2, c = 3;
export function f() {
  return 'f';
}
export class K {
  m() {
    return 'm';
  }
}
const inner = 'local';
let inList = 'list';
var other = 'other';
export function hoisted() {
  return later;
}
export var later = 'later';
