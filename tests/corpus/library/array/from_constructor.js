// Array.from and Array.of make what `this` constructs, or an array.
import { kind } from '../../shared/kind.mjs';

const print = vmImport(1);
const log = [];

class Made {
  constructor(...values) {
    log.push(`new ${values.join()}`);
  }

  set length(value) {
    log.push(`length ${value}`);
  }
}

function* two() {
  yield 'a';
  yield 'b';
}

class Closed {
  constructor() {
    Object.defineProperty(this, 0, { value: 1 });
  }
}

vmExport(1, () => {
  const list = Array.from.call(Made, two(), (item, index) => item + index);
  print(`${list instanceof Made} ${list[0]} ${list[1]}`); // expect: true a0 b1
  print(log.splice(0).join('; ')); // expect: new ; length 2
  Array.from.call(Made, { length: 2, 0: 'x' });
  print(log.splice(0).join('; ')); // expect: new 2; length 2
  const made = Array.of.call(Made, 5, 6);
  print(`${made instanceof Made} ${made[0]} ${made[1]}`); // expect: true 5 6
  print(log.splice(0).join('; ')); // expect: new 2; length 2
  print(Array.from.call(Object, [1, 2]).length); // expect: 2
  print(Array.isArray(Array.from.call(Object, [1, 2]))); // expect: false
  print(Array.isArray(Array.from.call({}, [1, 2]))); // expect: true
  print(Array.isArray(Array.of.call(undefined, 1))); // expect: true
  const { from } = Array;
  print(from('ab').join()); // expect: a,b
  let closed = 0;
  const source = {
    [Symbol.iterator]: () => ({ next: () => ({ value: 1, done: false }), return: () => ({ closed: ++closed }) }),
  };
  print(kind(() => Array.from.call(Closed, source))); // expect: TypeError
  print(closed); // expect: 1
  print(kind(() => Array.from.call(Made, source, () => { throw new RangeError('x'); }))); // expect: RangeError
  print(closed); // expect: 2
  const array = Array.from.call(Array, [3]);
  print(array.concat(Array.of.call(Array, 7)).join()); // expect: 3,7
  print(kind(() => Array.of.call(function () { return Object.freeze({}); }))); // expect: TypeError
});
