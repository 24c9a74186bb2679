// Reflect: get, set, has, deleteProperty, ownKeys and prototypes.
import { kind } from '../../shared/kind.mjs';
import { show } from '../../shared/show.mjs';

const print = vmImport(1);

vmExport(1, () => {
  const o = { a: 1, 5: 'five' };
  print(Reflect.get(o, 'a')); // expect: 1
  print(show(Reflect.get(o, 'b'))); // expect: undefined
  print(Reflect.set(o, 'b', 2)); // expect: true
  print(o.b); // expect: 2
  print(Reflect.has(o, 'b')); // expect: true
  print(Reflect.deleteProperty(o, 'a')); // expect: true
  print(Reflect.ownKeys(o).join()); // expect: 5,b
  print(Reflect.ownKeys([7, 8]).join()); // expect: 0,1,length
  print(Object.getOwnPropertyNames('ab').join()); // expect: 0,1,length
  print(Reflect.getPrototypeOf(o) === Object.prototype); // expect: true
  print(Reflect.setPrototypeOf(o, null)); // expect: true
  print(Reflect.getPrototypeOf(o) === null); // expect: true
  const a = {};
  print(Reflect.setPrototypeOf(a, Object.create(a))); // expect: false
  print(kind(() => Reflect.get(1, 'a'))); // expect: TypeError
  print(kind(() => Reflect.ownKeys('ab'))); // expect: TypeError
  print(kind(() => Reflect.setPrototypeOf({}, undefined))); // expect: TypeError
});
