// A cycle that comes back to the main module.
import { describe } from './second';
const print = vmImport(1);

export const name = 'main';
export function shout(s) {
  return s + '!';
}
export var early = 'assigned';

function run() {
  print(describe()); // expect: main second third!
}

vmExport(1, run);
