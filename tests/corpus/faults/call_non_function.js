// Calling what isn't a function is a TypeError, after the arguments were computed.
import { nameOf } from '../shared/name_of.mjs';

const print = vmImport(1);

function run() {
  const values = [undefined, null, true, 0, 1.5, 'text', {}, []];
  for (let i = 0; i < values.length; i++) {
    const v = values[i];
    print(nameOf(() => v()));
  }
  // expect: TypeError
  // expect: TypeError
  // expect: TypeError
  // expect: TypeError
  // expect: TypeError
  // expect: TypeError
  // expect: TypeError
  // expect: TypeError
  const o = { x: 1 };
  print(nameOf(() => o.missing())); // expect: TypeError
  print(nameOf(() => o.x())); // expect: TypeError
  print(nameOf(() => o['x']())); // expect: TypeError
  print(nameOf(() => 'text'.missing())); // expect: TypeError
  print(nameOf(() => o.x?.())); // expect: TypeError
  print(nameOf(() => o.missing?.())); // expect: none

  let computed = 0;
  print(nameOf(() => o.missing(computed++, computed++))); // expect: TypeError
  print(computed); // expect: 2
  print(nameOf(() => undefined.f(computed++))); // expect: TypeError
  print(computed); // expect: 2
}

vmExport(1, run);
