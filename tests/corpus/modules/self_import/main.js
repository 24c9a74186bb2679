// A module may import itself.
import { value as own } from './main';
import * as self from './main';
const print = vmImport(1);

let early;
try {
  early = own;
} catch (e) {
  early = e.name;
}
export let value = 'first';
export function set(x) {
  value = x;
}

function run() {
  print(early); // expect: ReferenceError
  print(value); // expect: first
  self.set('second');
  print(value + own + self.value); // expect: secondsecondsecond
  print(self.self === self); // expect: true
}
export { self };

vmExport(1, run);
