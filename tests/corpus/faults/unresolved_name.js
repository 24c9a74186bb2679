// A name nobody declares is a ReferenceError when it is used, and not before.
import { nameOf } from '../shared/name_of.mjs';

const print = vmImport(1);

function read() {
  return nowhere;
}

function run() {
  print(nameOf(read)); // expect: ReferenceError
  print(typeof nowhere); // expect: undefined
  print(nameOf(() => { nowhere = 1; })); // expect: ReferenceError
  print(nameOf(() => nowhere())); // expect: ReferenceError
  print(nameOf(() => nowhere.x)); // expect: ReferenceError
  print(nameOf(() => nowhere?.x)); // expect: ReferenceError
  print(nameOf(() => { nowhere++; })); // expect: ReferenceError
  print(nameOf(() => { if (false) nowhere; })); // expect: none
  print(nameOf(() => true || nowhere)); // expect: none
  print(typeof nowhere); // expect: undefined
}

vmExport(1, run);
