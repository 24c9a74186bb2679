// Whether a namespace has a name is known before that has a value, in a program with typed arrays too.
import * as own from './main.js';
const print = vmImport(1);

const bytes = new Uint8Array(2);
const early = [Reflect.has(own, 'late'), Reflect.has(Object.create(own), 'late'), Reflect.has(own, 'none')];
export let late = 1;

vmExport(1, () => {
  print(early.join()); // expect: true,true,false
  print([Reflect.has(bytes, 1), Reflect.has(bytes, 2), Reflect.has(own, 'late')].join()); // expect: true,false,true
});
