import { zero } from '../zero';
export const state = { n: zero, runs: 0 };
state.runs++;
export function next() {
  return ++state.n;
}
