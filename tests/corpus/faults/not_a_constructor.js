// What can't be constructed.
import { nameOf } from '../shared/name_of.mjs';

const print = vmImport(1);

function run() {
  const arrow = () => 1;
  const o = { method() {}, expression: function () {} };
  const C = class { m() {} };
  print(nameOf(() => new arrow())); // expect: TypeError
  print(nameOf(() => new o.method())); // expect: TypeError
  print(nameOf(() => new o.expression())); // expect: none
  print(nameOf(() => new (new C().m)())); // expect: TypeError
  print(nameOf(() => new C())); // expect: none
  print(nameOf(() => new undefined())); // expect: TypeError
  print(nameOf(() => new (5)())); // expect: TypeError
  print(nameOf(() => new 'text'())); // expect: TypeError
  print(nameOf(() => new o())); // expect: TypeError
  print(nameOf(() => new print())); // expect: TypeError
}

vmExport(1, run);
