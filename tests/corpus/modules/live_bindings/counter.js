export let count = 0;
export let viaStar = 'before';
export function increment() {
  count++;
}
export function set(x, star) {
  count = x;
  if (star) viaStar = star;
}
