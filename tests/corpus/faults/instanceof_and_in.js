// The right side of instanceof must be callable, that of `in` an object.
import { nameOf } from '../shared/name_of.mjs';

const print = vmImport(1);

function run() {
  const o = {};
  print(nameOf(() => o instanceof o)); // expect: TypeError
  print(nameOf(() => o instanceof undefined)); // expect: TypeError
  print(nameOf(() => 1 instanceof 'text')); // expect: TypeError
  print(nameOf(() => o instanceof (() => 1))); // expect: TypeError
  print(nameOf(() => 1 instanceof (() => 1))); // expect: none
  print(nameOf(() => 'a' in 'abc')); // expect: TypeError
  print(nameOf(() => 0 in 5)); // expect: TypeError
  print(nameOf(() => 'a' in null)); // expect: TypeError
  print(nameOf(() => 'a' in undefined)); // expect: TypeError
  print(nameOf(() => 'a' in o)); // expect: none
}

vmExport(1, run);
