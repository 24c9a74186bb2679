export let value = 1;
export function increment() {
  value++;
}
export default 'inner';
