// A length that isn't one is a RangeError and changes nothing.
import { nameOf } from '../shared/name_of.mjs';

const print = vmImport(1);

function run() {
  const a = [1, 2, 3];
  print(nameOf(() => { a.length = -1; })); // expect: RangeError
  print(nameOf(() => { a.length = 1.5; })); // expect: RangeError
  print(nameOf(() => { a.length = NaN; })); // expect: RangeError
  print(nameOf(() => { a.length = 4294967296; })); // expect: RangeError
  print(nameOf(() => { a.length = 'x'; })); // expect: RangeError
  print(nameOf(() => { a.length = undefined; })); // expect: RangeError
  print(a.length + ' ' + a[2]); // expect: 3 3
  print(nameOf(() => { a.length = '2'; })); // expect: none
  print(a.length); // expect: 2
  print(nameOf(() => { a.length = null; })); // expect: none
  print(a.length); // expect: 0
}

vmExport(1, run);
