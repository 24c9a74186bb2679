// Object.hasOwn, hasOwnProperty and propertyIsEnumerable: own ones only.
import { kind } from '../../shared/kind.mjs';

const print = vmImport(1);

vmExport(1, () => {
  const o = Object.create({ inherited: 1 });
  o.own = undefined;
  print(Object.hasOwn(o, 'own')); // expect: true
  print(Object.hasOwn(o, 'inherited')); // expect: false
  print(o.hasOwnProperty('own')); // expect: true
  print(o.hasOwnProperty('inherited')); // expect: false
  print('inherited' in o); // expect: true
  print(Object.hasOwn([1, , 3], 1)); // expect: false
  print(Object.hasOwn([1, , 3], 2)); // expect: true
  print(Object.hasOwn([], 'length')); // expect: true
  print(Object.hasOwn('ab', 1)); // expect: true
  print(Object.hasOwn('ab', '2')); // expect: false
  print(Object.hasOwn(5, 'x')); // expect: false
  print(o.propertyIsEnumerable('own')); // expect: true
  print(o.propertyIsEnumerable('inherited')); // expect: false
  print([1].propertyIsEnumerable(0)); // expect: true
  print([1].propertyIsEnumerable('length')); // expect: false
  print(kind(() => Object.hasOwn(null, 'x'))); // expect: TypeError
  // A key may be an object.
  print(Object.hasOwn({ a: 1 }, { toString: () => 'a' })); // expect: true
  print({ a: 1 }.hasOwnProperty(['a'])); // expect: true
  print(Object.hasOwn([1], { [Symbol.toPrimitive]: (hint) => (hint === 'string' ? 0 : 1) })); // expect: true
  const symbol = Symbol();
  print({ [symbol]: 1 }.hasOwnProperty({ toString: () => symbol })); // expect: true
  // The methods convert the key before they look at what they were called on.
  const key = { toString() { throw new RangeError(); } };
  print(kind(() => Object.hasOwn(null, key))); // expect: TypeError
  print(kind(() => Object.prototype.hasOwnProperty.call(null, key))); // expect: RangeError
  print(kind(() => Object.prototype.propertyIsEnumerable.call(undefined, key))); // expect: RangeError
  print(kind(() => Object.prototype.hasOwnProperty.call(undefined, 'x'))); // expect: TypeError
});
