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
});
