// Named exports of every form, imported under their own names and others.
import { a, b, c, f, K, local as renamed, other } from './names';
import { a as again, inList, hoisted } from './names.js';
import {} from './names';
const print = vmImport(1);

function run() {
  print(a + b + c); // expect: 6
  print(f() + new K().m()); // expect: fm
  print(renamed + other); // expect: localother
  print(again); // expect: 1
  print(inList); // expect: list
  print(hoisted()); // expect: later
}

vmExport(1, run);
