const inner = 'lib';
var count = 100;
function run() {
  return 'never called from main';
}
export function get() {
  count++;
  return this === undefined ? inner : run();
}
export const name = 'exported';
