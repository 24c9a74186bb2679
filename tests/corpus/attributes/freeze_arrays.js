// Frozen arrays, before the snapshot and after it, through every way to write an array.
// heap: large — holds all of the library
import { outcome } from '../shared/outcome.mjs';

const print = vmImport(1);

const captured = Object.freeze([3, 1, 2]);
const holes = Object.freeze([, { a: 1 }]);

function test(list) {
  print(outcome(() => (list[0] = 1)));
  print(outcome(() => (list[3] = 1)));
  print(outcome(() => (list['1'] = 1)));
  print(outcome(() => (list.length = 0)));
  print(outcome(() => list.push(1)));
  print(outcome(() => list.pop()));
  print(outcome(() => list.shift()));
  print(outcome(() => list.unshift(1)));
  print(outcome(() => list.sort()));
  print(outcome(() => list.reverse()));
  print(outcome(() => list.fill(0)));
  print(outcome(() => list.splice(0, 1)));
  print(outcome(() => delete list[1]));
  print(outcome(() => delete list[7]));
  print(outcome(() => ([list[0]] = [9])));
  print(outcome(() => list[0]++));
  print(Reflect.set(list, 0, 1));
  print(Reflect.set(list, 3, 1));
  print(Reflect.deleteProperty(list, 0));
  print(Reflect.defineProperty(list, 0, { value: 1 }));
  print(Reflect.defineProperty(list, 0, { value: 3 }));
  print(Reflect.defineProperty(list, 5, { value: 3 }));
  print(list.join() + list.length);
  print(Object.isFrozen(list) && Object.isSealed(list) && !Object.isExtensible(list));
  print(JSON.stringify(Object.getOwnPropertyDescriptor(list, 0)));
  print(JSON.stringify(Object.getOwnPropertyDescriptor(list, 'length')));
  print([...list, 4].length + list.concat([1]).length + list.slice().length);
}

vmExport(1, () => {
  for (const list of [captured, Object.freeze([3, 1, 2])]) test(list);
  // expect: TypeError
  // expect: TypeError
  // expect: TypeError
  // expect: TypeError
  // expect: TypeError
  // expect: TypeError
  // expect: TypeError
  // expect: TypeError
  // expect: TypeError
  // expect: TypeError
  // expect: TypeError
  // expect: TypeError
  // expect: TypeError
  // expect: true
  // expect: TypeError
  // expect: TypeError
  // expect: false
  // expect: false
  // expect: false
  // expect: false
  // expect: true
  // expect: false
  // expect: 3,1,23
  // expect: true
  // expect: {"value":3,"writable":false,"enumerable":true,"configurable":false}
  // expect: {"value":3,"writable":false,"enumerable":false,"configurable":false}
  // expect: 11
  // expect: TypeError
  // expect: TypeError
  // expect: TypeError
  // expect: TypeError
  // expect: TypeError
  // expect: TypeError
  // expect: TypeError
  // expect: TypeError
  // expect: TypeError
  // expect: TypeError
  // expect: TypeError
  // expect: TypeError
  // expect: TypeError
  // expect: true
  // expect: TypeError
  // expect: TypeError
  // expect: false
  // expect: false
  // expect: false
  // expect: false
  // expect: true
  // expect: false
  // expect: 3,1,23
  // expect: true
  // expect: {"value":3,"writable":false,"enumerable":true,"configurable":false}
  // expect: {"value":3,"writable":false,"enumerable":false,"configurable":false}
  // expect: 11
  print(outcome(() => (holes[0] = 1))); // expect: TypeError
  holes[1].a = 2;
  print(`${0 in holes} ${holes[1].a}`); // expect: false 2
  print(Object.isFrozen([]) || Object.isFrozen([1])); // expect: false
  // It grew before it was frozen, and lives through collections.
  const grown = [];
  for (let i = 0; i < 40; i++) grown.push({ i });
  Object.freeze(grown);
  let garbage = [];
  for (let i = 0; i < 50; i++) garbage = [garbage.length, `${i}`];
  print(outcome(() => grown.push(1))); // expect: TypeError
  print(outcome(() => (grown[5] = 1))); // expect: TypeError
  print(grown[39].i + grown.length); // expect: 79
});
