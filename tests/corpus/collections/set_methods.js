// Methods of sets that take another one, or what is like one (ECMAScript 24.2.4).
// node: skip — node 20 doesn't have them.
// call: 1
// call: 2
// call: 3
import { kind } from '../shared/kind.mjs';

const print = vmImport(1);
const small = new Set([3, 2]);
const large = new Set([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
const METHODS = [
  'difference',
  'intersection',
  'isDisjointFrom',
  'isSubsetOf',
  'isSupersetOf',
  'symmetricDifference',
  'union',
];

vmExport(1, () => {
  const show = (set) => [...set].join();
  print(show(small.union(large))); // expect: 3,2,1,4,5,6,7,8,9,10
  print(show(small.union(new Set(['x'])))); // expect: 3,2,x
  print(show(small.intersection(large))); // expect: 3,2
  print(show(large.intersection(small))); // expect: 3,2
  print(show(small.difference(large)) === ''); // expect: true
  print(show(large.difference(small))); // expect: 1,4,5,6,7,8,9,10
  print(show(large.symmetricDifference(new Set([11, 3])))); // expect: 1,2,4,5,6,7,8,9,10,11
  print(show(small) + small.size); // expect: 3,22
  print(small.isSubsetOf(large) && !large.isSubsetOf(small) && small.isSubsetOf(small)); // expect: true
  print(large.isSupersetOf(small) && !small.isSupersetOf(large)); // expect: true
  print(small.isDisjointFrom(large) || large.isDisjointFrom(small)); // expect: false
  print(small.isDisjointFrom(new Set()) && large.isDisjointFrom(new Set([0]))); // expect: true
  print(show(small.union(new Map([[2, 'two'], [4, 'four']])))); // expect: 3,2,4
  print(Object.is([...new Set().union({ size: 1, has: () => true, keys: () => [-0].values() })][0], 0)); // expect: true

  class Own extends Set {}
  print(new Own([1]).union(small) instanceof Own); // expect: false
  print(METHODS.every((name) => Set.prototype[name].length === 1 && Set.prototype[name].name === name)); // expect: true
  print(METHODS.every((name) => kind(() => new Set.prototype[name](small)) === 'TypeError')); // expect: true
  print(METHODS.every((name) => kind(() => Set.prototype[name].call(new Map(), small)) === 'TypeError')); // expect: true
});

// What is asked of the other set, and in which order.
vmExport(2, () => {
  let log = '';
  const like = (size, values) => ({
    get size() {
      log += 'size ';
      return {
        valueOf() {
          log += 'number ';
          return size;
        },
      };
    },
    get has() {
      log += 'has ';
      return (value) => {
        log += `has(${value}) `;
        return values.includes(value) ? 'yes' : 0;
      };
    },
    get keys() {
      log += 'keys ';
      return () => {
        log += 'keys() ';
        let at = 0;
        return {
          get next() {
            log += 'next ';
            return () => {
              log += 'next() ';
              return { value: values[at], done: at++ === values.length };
            };
          },
          return() {
            log += 'return() ';
            return {};
          },
        };
      };
    },
  });
  const ask = (name, size, values) => {
    log = '';
    small[name](like(size, values));
    print(log.replaceAll('size number has keys ', '').trim());
  };
  ask('union', 0, [1]); // expect: keys() next next() next()
  ask('symmetricDifference', 9, [1]); // expect: keys() next next() next()
  ask('intersection', 2, [3]); // expect: has(3) has(2)
  ask('intersection', 1.9, [3]); // expect: keys() next next() next()
  ask('difference', Infinity, [3]); // expect: has(3) has(2)
  ask('difference', 0, []); // expect: keys() next next()
  ask('isSubsetOf', 2, [2]); // expect: has(3)
  ask('isSupersetOf', 2, [1, 2, 3]); // expect: keys() next next() return()
  ask('isDisjointFrom', 1, [1, 2, 3]); // expect: keys() next next() next() return()
  ask('isDisjointFrom', 2, [3]); // expect: has(3)
  log = '';
  small.isSubsetOf(like(1, [])) || small.isSupersetOf(like(3, []));
  print(log.trim()); // expect: size number has keys size number has keys

  const has = () => true;
  const keys = () => [].values();
  print(kind(() => small.union([1]))); // expect: TypeError
  print(kind(() => small.union('text'))); // expect: TypeError
  print(kind(() => small.union({ size: undefined, has, keys }))); // expect: TypeError
  print(kind(() => small.union({ size: -1, has, keys }))); // expect: RangeError
  print(kind(() => small.union({ size: '2', has, keys }))); // expect: nothing
  print(kind(() => small.union({ size: 2, has: undefined, keys }))); // expect: TypeError
  print(kind(() => small.union({ size: 2, has, keys: undefined }))); // expect: TypeError
  print(kind(() => small.union({ size: 2, has, keys: () => 1 }))); // expect: TypeError
  print(kind(() => small.union({ size: 2, has, keys: () => ({ next: () => 1 }) }))); // expect: TypeError
});

// Sets that change while they are asked.
vmExport(3, () => {
  const set = new Set(['a', 'b', 'c']);
  const other = {
    size: 3,
    has(value) {
      if (value === 'a') {
        set.delete('b');
        set.add('d');
        set.add('b');
      }
      return true;
    },
    keys: undefined,
  };
  other.keys = () => {
    set.clear();
    set.add('z');
    return ['a', 'z'].values();
  };
  print([...set.intersection(other)].join()); // expect: a,c,d,b
  other.size = 9;
  print([...new Set(['a', 'x']).difference({ size: 2, has: () => true, keys: () => {} })].length); // expect: 0
  print([...set.union(other)].join()); // expect: z,a
  print([...set.symmetricDifference(other)].join()); // expect: a
});
