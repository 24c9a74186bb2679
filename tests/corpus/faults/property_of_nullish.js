// Reading or writing a property of undefined or null is a TypeError; other primitives have none but their own.
import { nameOf } from '../shared/name_of.mjs';

const print = vmImport(1);

function run() {
  let u;
  const n = null;
  print(nameOf(() => u.x)); // expect: TypeError
  print(nameOf(() => n.x)); // expect: TypeError
  print(nameOf(() => u[0])); // expect: TypeError
  print(nameOf(() => n['x'])); // expect: TypeError
  print(nameOf(() => u.length)); // expect: TypeError
  print(nameOf(() => { u.x = 1; })); // expect: TypeError
  print(nameOf(() => { n[0] = 1; })); // expect: TypeError
  print(nameOf(() => { u.x += 1; })); // expect: TypeError
  print(nameOf(() => { n.x++; })); // expect: TypeError
  print(nameOf(() => { delete u.x; })); // expect: TypeError
  print(nameOf(() => ({}).a.b)); // expect: TypeError
  print(nameOf(() => [][0].x)); // expect: TypeError

  print((5).x === undefined); // expect: true
  print(true.x === undefined); // expect: true
  print((0.5)['y'] === undefined); // expect: true
  print('s'.x === undefined); // expect: true
  print(nameOf(() => { (5).x = 1; })); // expect: TypeError
  print(nameOf(() => { true.x = 1; })); // expect: TypeError
  print(nameOf(() => { 's'.x = 1; })); // expect: TypeError
}

vmExport(1, run);
