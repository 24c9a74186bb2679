// Symbol.isConcatSpreadable: what concat takes apart.
import { show } from '../../shared/show.mjs';
import { kind } from '../../shared/kind.mjs';

const print = vmImport(1);
const key = Symbol.isConcatSpreadable;

vmExport(1, () => {
  print(show([1].concat({ length: 2, 0: 'a', 1: 'b', [key]: true }, 3))); // expect: [1,'a','b',3]
  print(show([1].concat({ length: 3, 1: 'b', [key]: 1 }))); // expect: [1,_,'b',_]
  print(show([1].concat([2], { length: 1, 0: 3, [key]: false }).length)); // expect: 3
  print([].concat({ length: -1, [key]: true }).length); // expect: 0
  print([].concat({ length: '2', 0: 1, [key]: true }).length); // expect: 2
  print([].concat({ [key]: true }).length); // expect: 0
  print([].concat({ length: 1, 0: 1 }).length); // expect: 1
  const spreads = Object.create({ [key]: true });
  spreads.length = 1;
  spreads[0] = 'x';
  print([].concat(spreads)[0]); // expect: x
  const called = Array.prototype.concat.call(spreads, [1], 2);
  print(called.join()); // expect: x,1,2
  const order = [];
  const watched = {
    get [key]() {
      order.push('spreadable');
      return true;
    },
    get length() {
      order.push('length');
      return 1;
    },
    get 0() {
      order.push('0');
      return 1;
    },
  };
  [].concat(watched);
  print(order.join()); // expect: spreadable,length,0
  print(kind(() => [].concat({ get [key]() { throw new RangeError('x'); } }))); // expect: RangeError
  print(kind(() => [1].concat({ length: 2 ** 53 - 1, [key]: true }))); // expect: TypeError
  Number.prototype[key] = true;
  print([].concat(5)[0]); // expect: 5
  delete Number.prototype[key];
  Array.prototype[key] = false;
  print([1, 2].concat([3]).length); // expect: 2
  delete Array.prototype[key];
  print([1, 2].concat([3]).length); // expect: 3
  print(String(key)); // expect: Symbol(Symbol.isConcatSpreadable)
});
