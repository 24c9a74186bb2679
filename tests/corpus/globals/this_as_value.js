// globalThis is an object like any other: what is read and written through it is what the names mean.
import { nameOf } from '../shared/name_of.mjs';

const print = vmImport(1);
globalThis.a = 1;
globalThis.b = 'text';
globalThis.list = [1, 2];
const g = globalThis;

function set(key, value) {
  g[key] = value;
}

vmExport(1, () => {
  print(globalThis === g && g.globalThis === g); // expect: true
  print(typeof globalThis); // expect: object
  print(g.a + g['b'] + list.length); // expect: 1text2
  g.a = 5;
  print(a); // expect: 5
  a = 6;
  print(globalThis.a); // expect: 6
  set('b', 'other');
  print(b); // expect: other
  list = [3];
  print(g.list[0]); // expect: 3
  print('a' in globalThis); // expect: true
  print('nowhere' in globalThis); // expect: false
  print(g.nowhere === undefined); // expect: true
  print(typeof nowhere); // expect: undefined
  print(nameOf(() => nowhere)); // expect: ReferenceError
  print(nameOf(() => { nowhere = 1; })); // expect: ReferenceError
  print(delete globalThis.b); // expect: true
  print('b' in globalThis); // expect: false
  print(typeof b); // expect: undefined
  print(nameOf(() => b)); // expect: ReferenceError
  print(nameOf(() => { b = 1; })); // expect: ReferenceError
  globalThis.b = 7;
  print(b); // expect: 7
});
