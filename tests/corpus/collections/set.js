// Set: values by SameValueZero, order of insertion, what each method returns.
import { nameOf } from '../shared/name_of.mjs';
const print = vmImport(1);

vmExport(1, () => {
  const set = new Set([3, 1, 3, 'x', NaN, NaN, -0, 0]);
  print(set.size); // expect: 5
  print([...set].join()); // expect: 3,1,x,NaN,0
  print(set.add(1) === set && set.add(7).size === 6); // expect: true
  print(set.delete(3) && !set.delete(3) && !set.has(3) && set.has('x')); // expect: true
  set.add(3);
  print([...set.values()].join()); // expect: 1,x,NaN,0,7,3
  print(JSON.stringify([...set.entries()].slice(0, 2))); // expect: [[1,1],["x","x"]]
  print(Set.prototype.keys === Set.prototype.values && Set.prototype.values === Set.prototype[Symbol.iterator]); // expect: true
  let text = '';
  set.forEach(function (value, key, all) {
    text += this.sign + value + (value === key || value !== value) + (all === set);
  }, { sign: '+' });
  print(text); // expect: +1truetrue+xtruetrue+NaNtruetrue+0truetrue+7truetrue+3truetrue
  print(set.clear() === undefined && set.size === 0); // expect: true
  print(new Set('hello').size); // expect: 4
  print(new Set(null).size + new Set(undefined).size); // expect: 0
  print(new Set(new Set([1, 2])).size); // expect: 2
  print(nameOf(() => Set())); // expect: TypeError
  print(nameOf(() => new Set(1))); // expect: TypeError
  print(nameOf(() => Set.prototype.has.call(new Map(), 1))); // expect: TypeError
  print(set instanceof Set && !(set instanceof Map)); // expect: true
});
