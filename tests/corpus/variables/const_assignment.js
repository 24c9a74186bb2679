// Assigning to a const is a TypeError when it happens, after the value was computed, and changes nothing.
import { nameOf } from '../shared/name_of.mjs';

const print = vmImport(1);

const top = 1;

function run() {
  const c = 1;
  print(nameOf(() => { c = 2; })); // expect: TypeError
  print(nameOf(() => { c += 2; })); // expect: TypeError
  print(nameOf(() => { c++; })); // expect: TypeError
  print(nameOf(() => { --c; })); // expect: TypeError
  print(nameOf(() => { c &&= 2; })); // expect: TypeError
  print(nameOf(() => { top = 2; })); // expect: TypeError
  print(nameOf(() => { for (const i = 0; i < 2; i++) {} })); // expect: TypeError

  // No assignment takes place.
  print(nameOf(() => { c ||= 2; })); // expect: none
  print(nameOf(() => { c ??= 2; })); // expect: none
  print(nameOf(() => { if (c === 2) c = 3; })); // expect: none
  print(nameOf(() => { for (const i = 0; i > 0; i++) {} })); // expect: none

  const seen = [];
  print(nameOf(() => { c = seen.push('computed'); })); // expect: TypeError
  print(seen.length); // expect: 1
  print(c); // expect: 1
  print(top); // expect: 1

  // What a const refers to isn't constant.
  const o = { n: 1 };
  o.n = 2;
  print(o.n); // expect: 2
}

vmExport(1, run);
