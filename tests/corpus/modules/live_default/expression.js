let x = 'old';
export default x;
export function change() {
  x = 'new';
}
