let x = 'old';
export { x as default };
export function change() {
  x = 'new';
}
