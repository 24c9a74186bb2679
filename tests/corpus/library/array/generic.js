// Methods of arrays on other objects that have a length.
import { kind } from '../../shared/kind.mjs';

const print = vmImport(1);

vmExport(1, () => {
  const o = { length: 3, 0: 'a', 1: 'b', 2: 'c' };
  print(Array.prototype.map.call('abc', (x) => x + x).join()); // expect: aa,bb,cc
  print(Array.prototype.join.call(o, '-')); // expect: a-b-c
  print(Array.prototype.pop.call(o) + o.length); // expect: c2
  print(Array.prototype.shift.call(o) + o.length + o[0]); // expect: a1b
  Array.prototype.unshift.call(o, 'x', 'y');
  print(Array.prototype.join.call(o)); // expect: x,y,b
  print(Array.prototype.splice.call(o, 0, 1, 'z').join() + Array.prototype.join.call(o)); // expect: xz,y,b
  print(Array.prototype.reverse.call(o) === o); // expect: true
  print(Array.prototype.slice.call(o, 1).join()); // expect: y,z
  print(Array.prototype.sort.call({ length: 2, 0: 'b', 1: 'a' })[0]); // expect: a
  print(Array.prototype.indexOf.call('banana', 'n')); // expect: 2
  print(Array.prototype.every.call('', () => false)); // expect: true
  print(Array.prototype.fill.call({ length: 2 }, 1)[1]); // expect: 1
  print(Array.prototype.includes.call({ length: 1 }, undefined)); // expect: true
  print(Array.prototype.filter.call({ length: -5, 0: 1 }, () => true).length); // expect: 0
  print(kind(() => Array.prototype.map.call(null, () => 1))); // expect: TypeError
  print(kind(() => Array.prototype.pop.call('abc'))); // expect: TypeError
});
