// The length and the characters of a string can't be written.
import { nameOf } from '../shared/name_of.mjs';

const print = vmImport(1);

function run() {
  let s = 'abc';
  print(nameOf(() => { s.length = 1; })); // expect: TypeError
  print(nameOf(() => { s[0] = 'x'; })); // expect: TypeError
  print(nameOf(() => { s[9] = 'x'; })); // expect: TypeError
  print(nameOf(() => { s.length++; })); // expect: TypeError
  print(s); // expect: abc
}

vmExport(1, run);
