// Default exports of every form.
import number from './number';
import declared from './declared.js';
import anonymous from './anonymous';
import Class from './class';
import arrow from './arrow';
import { default as renamed } from './number';
const print = vmImport(1);

function run() {
  print(number); // expect: 42
  print(declared() + declared()); // expect: 3
  print(anonymous(2)); // expect: 4
  print(new Class('c').hello()); // expect: hello c
  print(arrow('x')); // expect: <x>
  print(renamed); // expect: 42
}

vmExport(1, run);
