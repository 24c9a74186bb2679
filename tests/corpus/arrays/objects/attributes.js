// Elements and the length of an array may have attributes and accessors (ECMAScript 10.4.2).
import { refuses } from '../../shared/outcome.mjs';
const print = vmImport(1);

function tell(list, key) {
  const it = Object.getOwnPropertyDescriptor(list, key);
  const flags = (it.writable ? 'w' : '-') + (it.enumerable ? 'e' : '-') + (it.configurable ? 'c' : '-');
  print(`${'get' in it ? typeof it.get : it.value} ${flags}`);
}

const captured = [1, 2, 3];
Object.defineProperty(captured, 1, { writable: false, configurable: false });

vmExport(1, () => {
  tell(captured, 'length'); // expect: 3 w--
  tell(captured, 0); // expect: 1 wec
  tell(captured, '1'); // expect: 2 -e-
  captured[0] = 10;
  print(refuses(() => (captured[1] = 20))); // expect: TypeError
  print(captured.join()); // expect: 10,2,3
  // What can't be deleted stays, and says how short the array can be.
  print(refuses(() => (captured.length = 0))); // expect: TypeError
  print(captured.length); // expect: 2
  print(refuses(() => delete captured[1])); // expect: TypeError
  print(Reflect.set(captured, 'length', 1)); // expect: false
  print(Reflect.deleteProperty(captured, 0)); // expect: true
  print(0 in captured); // expect: false

  const list = [];
  Object.defineProperty(list, 2, { value: 'c' });
  print(list.length); // expect: 3
  tell(list, 2); // expect: c ---
  Object.defineProperty(list, 0, { get: () => 'got', enumerable: true, configurable: true });
  tell(list, 0); // expect: function -ec
  print(list.join()); // expect: got,,c
  print(refuses(() => (list[0] = 1))); // expect: TypeError
  let set;
  Object.defineProperty(list, 1, { set: (value) => (set = value) });
  list[1] = 5;
  print(set); // expect: 5
  list[3] = 'd';
  print(list.length); // expect: 4

  // The length can be fixed.
  const fixed = [1, 2];
  print(Reflect.defineProperty(fixed, 'length', { writable: false })); // expect: true
  tell(fixed, 'length'); // expect: 2 ---
  print(refuses(() => (fixed[2] = 1))); // expect: TypeError
  print(refuses(() => fixed.push(1))); // expect: TypeError
  print(refuses(() => fixed.pop())); // expect: TypeError
  print(refuses(() => (fixed.length = 2))); // expect: TypeError
  print(refuses(() => Object.defineProperty(fixed, 'length', { value: 2 }))); // expect: no
  print(refuses(() => Object.defineProperty(fixed, 'length', { value: 1 }))); // expect: TypeError
  print(refuses(() => Object.defineProperty(fixed, 5, { value: 1 }))); // expect: TypeError
  fixed[0] = 'still';
  print(fixed[0]); // expect: still

  // What the length can be.
  const other = [1, 2, 3];
  print(refuses(() => Object.defineProperty(other, 'length', { value: -1 }))); // expect: RangeError
  print(refuses(() => Object.defineProperty(other, 'length', { value: 1.5 }))); // expect: RangeError
  print(refuses(() => Object.defineProperty(other, 'length', { enumerable: true }))); // expect: TypeError
  print(refuses(() => Object.defineProperty(other, 'length', { configurable: true }))); // expect: TypeError
  print(refuses(() => Object.defineProperty(other, 'length', { get: () => 1 }))); // expect: TypeError
  Object.defineProperty(other, 'length', { value: 1, writable: false });
  print(other.join()); // expect: 1
  tell(other, 'length'); // expect: 1 ---
  let order = '';
  const length = { valueOf: () => ((order += 'v'), 2) };
  const third = [1, 2, 3];
  third.foo = 1;
  third.length = length;
  print(third.length + order); // expect: 2vv
  print(refuses(() => (third.length = NaN))); // expect: RangeError
  print(refuses(() => (third.length = '1'))); // expect: no
  print(third.length); // expect: 1
});
