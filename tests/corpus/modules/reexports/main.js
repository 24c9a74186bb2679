// Exports passed on: by name, renamed, all, and as a namespace.
import { a, renamed, fromDefault, c, ns, own, again, asDefault } from './middle';
import middle from './middle';
const print = vmImport(1);

function run() {
  print(a + renamed); // expect: ab
  print(fromDefault); // expect: default of lib
  print(c); // expect: c
  print(ns.a + ns.default); // expect: adefault of lib
  print(own); // expect: own
  print(again); // expect: a
  print(middle); // expect: b
  print(asDefault); // expect: default of lib
}

vmExport(1, run);
