// An object that inherits from a module namespace has its exports, as they are when they are asked for.
import * as self from './inherited_namespace.js';
const print = vmImport(1);

export let count = 1;
const heir = Object.create(self);

vmExport(1, () => {
  print(heir.count); // expect: 1
  count++;
  print(heir.count); // expect: 2
  print('count' in heir); // expect: true
  print(Object.keys(heir).length); // expect: 0
  print(Object.getPrototypeOf(heir) === self); // expect: true
});
