// Object.fromEntries takes something iterable, of objects: arrays, and what has 0 and 1 like them.
import { kind } from '../../shared/kind.mjs';

const print = vmImport(1);
const early = kind(() => Object.fromEntries(['b', 'a']));

vmExport(1, () => {
  print(early); // expect: TypeError
  const made = Object.fromEntries([{ 0: 'a', 1: 2 }, ['b'], []]);
  print(Object.keys(made).join()); // expect: a,b,undefined
  print(made.a); // expect: 2
  print(Object.keys(Object.fromEntries('')).length); // expect: 0
  print(kind(() => Object.fromEntries('ab'))); // expect: TypeError
  print(kind(() => Object.fromEntries(8))); // expect: TypeError
  print(kind(() => Object.fromEntries({}))); // expect: TypeError
  print(kind(() => Object.fromEntries([1]))); // expect: TypeError
  print(kind(() => Object.fromEntries([, ['a', 1]]))); // expect: TypeError
});
