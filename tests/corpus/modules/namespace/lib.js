export let value = 1;
export function increment() {
  value++;
}
export function self() {
  return this;
}
export default 'd';
