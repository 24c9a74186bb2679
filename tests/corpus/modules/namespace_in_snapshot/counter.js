export let count = 10;
export let last = { name: 'none' };
export const log = [];
export function add(n) {
  count += n;
  last = { name: 'add' + n };
  log.push(n);
  return this.count;
}
export const unused = { much: 'never read' };
