// A namespace object: live, read-only, with the default under its name.
import { nameOf } from '../../shared/name_of.mjs';
import * as ns from './lib';
import def, * as same from './lib';
import * as alone from './empty';
const print = vmImport(1);

function run() {
  print(ns.value); // expect: 1
  print(ns.default + def); // expect: dd
  print(ns === same); // expect: true
  print(ns['val' + 'ue']); // expect: 1
  print(typeof ns + typeof ns.increment); // expect: objectfunction
  ns.increment();
  print(ns.value); // expect: 2
  print(ns.missing === undefined); // expect: true
  print('value' in ns && 'default' in ns && !('missing' in ns)); // expect: true
  print(nameOf(() => { ns.value = 5; })); // expect: TypeError
  print(nameOf(() => { ns.added = 5; })); // expect: TypeError
  print(nameOf(() => { delete ns.value; })); // expect: TypeError
  print(nameOf(() => { delete ns.missing; })); // expect: none
  print(nameOf(() => { ns = 5; })); // expect: TypeError
  print(nameOf(() => ns.missing())); // expect: TypeError
  print(ns.value); // expect: 2
  // A function called through it has the namespace as this.
  print(ns.self() === ns); // expect: true
  const o = { ns };
  print(o.ns.value); // expect: 2
  print('x' in alone); // expect: false
}

vmExport(1, run);
