export let count = 10;
export const history = [];
export function bump(why) {
  count++;
  history.push(why);
}
