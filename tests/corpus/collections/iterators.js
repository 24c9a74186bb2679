// The iterators of maps and sets, and what they inherit from.
import { nameOf } from '../shared/name_of.mjs';
const print = vmImport(1);

vmExport(1, () => {
  const map = new Map([['a', 1], ['b', 2]]);
  const it = map[Symbol.iterator]();
  print(Map.prototype[Symbol.iterator] === Map.prototype.entries); // expect: true
  print(it[Symbol.iterator]() === it); // expect: true
  print(JSON.stringify(it.next())); // expect: {"value":["a",1],"done":false}
  print([...it].join()); // expect: b,2
  print(it.next().done && it.next().value === undefined); // expect: true
  print([...map.keys()].join() + [...map.values()].join()); // expect: a,b1,2
  const shared = Object.getPrototypeOf(it);
  print(shared === Object.getPrototypeOf(map.keys()) && shared === Object.getPrototypeOf(map.values())); // expect: true
  print(shared !== Object.getPrototypeOf(new Set().values())); // expect: true
  print(shared[Symbol.toStringTag] + ', ' + new Set().values()[Symbol.toStringTag]); // expect: Map Iterator, Set Iterator
  print(Object.hasOwn(shared, 'next') && !Object.hasOwn(it, 'next')); // expect: true
  print(nameOf(() => shared.next())); // expect: TypeError
  print(nameOf(() => shared.next.call(new Set().values()))); // expect: TypeError
  const generators = Object.getPrototypeOf((function* () {}).prototype);
  print(Object.getPrototypeOf(shared) === Object.getPrototypeOf(generators)); // expect: true
  const [[first], second] = map;
  print(first + second); // expect: ab,2
  const { size } = new Set('abc');
  print(size); // expect: 3
});
