export const zero = 0;
export let one = 1;
