// Maps and sets of an iterable: `set` and `add` as they are then, entries that are objects, closing.
import { nameOf } from '../shared/name_of.mjs';
const print = vmImport(1);

vmExport(1, () => {
  print([...new Map([[1, 2], ['a', 'b', 'c'], [[], {}]]).keys()].length); // expect: 3
  print(new Map(new Map([[1, 'one']])).get(1)); // expect: one
  print(new Map([{ 0: 'key', 1: 'value' }]).get('key')); // expect: value
  print(new Map(null).size + new Map(undefined).size + new Map([]).size); // expect: 0
  print(nameOf(() => new Map(1))); // expect: TypeError
  print(nameOf(() => new Map({}))); // expect: TypeError
  let log = '';
  function source(...values) {
    let i = 0;
    return {
      [Symbol.iterator]() {
        log += 'open ';
        return this;
      },
      next() {
        return i < values.length ? { value: values[i++], done: false } : { value: undefined, done: true };
      },
      return() {
        log += 'closed ';
        return {};
      },
    };
  }
  print(new Map(source([1, 2], [3, 4])).size); // expect: 2
  print(nameOf(() => new Map(source([1, 2], 3, [4, 5])))); // expect: TypeError
  print(nameOf(() => new Map('ab'))); // expect: TypeError
  const get = Object.getOwnPropertyDescriptor(Map.prototype, 'size').get;
  print(get.call(new Map([[1, 1]]))); // expect: 1
  class Odd extends Set {
    add(value) {
      if (value === 4) throw new RangeError();
      return super.add(value * 2);
    }
  }
  print([...new Odd(source(1, 2))].join()); // expect: 2,4
  print(nameOf(() => new Odd(source(1, 4, 2)))); // expect: RangeError
  print(log.trim()); // expect: open open closed open open closed
  class Bad extends Map {
    get set() {
      return 1;
    }
  }
  print(nameOf(() => new Bad([]))); // expect: TypeError
  print(new Bad().size); // expect: 0
});
