// Before its declaration has run, a let, const or class can't be read, written or asked for its type.
import { nameOf } from '../shared/name_of.mjs';

const print = vmImport(1);

function run() {
  print(nameOf(() => { x; let x = 1; })); // expect: ReferenceError
  print(nameOf(() => { x; const x = 1; })); // expect: ReferenceError
  print(nameOf(() => { x; class x {} })); // expect: ReferenceError
  print(nameOf(() => { x = 1; let x; })); // expect: ReferenceError
  print(nameOf(() => { x = 1; const x = 2; })); // expect: ReferenceError
  print(nameOf(() => { x += 1; let x; })); // expect: ReferenceError
  print(nameOf(() => { x++; let x; })); // expect: ReferenceError
  print(nameOf(() => { typeof x; let x; })); // expect: ReferenceError
  print(nameOf(() => { let x = x; })); // expect: ReferenceError
  print(nameOf(() => { const x = x + 1; })); // expect: ReferenceError
  print(nameOf(() => { x ??= 1; let x; })); // expect: ReferenceError
  print(nameOf(() => { let x; x; })); // expect: none
  print(nameOf(() => { x; var x = 1; })); // expect: none

  // An outer variable of the same name isn't seen.
  const y = 'outer';
  print(nameOf(() => {
    {
      print(y); // expect: outer
    }
    {
      print(y);
      let y = 'inner';
    }
  })); // expect: ReferenceError

  // The assigned value is computed before the fault.
  const seen = [];
  print(nameOf(() => {
    z = seen.push('computed');
    let z;
  })); // expect: ReferenceError
  print(seen[0]); // expect: computed
}

vmExport(1, run);
