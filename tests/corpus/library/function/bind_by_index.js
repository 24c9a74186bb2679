// What scripts make of how arrays are iterated means nothing to bound functions, nor to `call` and `apply`.
const print = vmImport(1);

function sum(a, b, c) {
  return `${this.name} ${a} ${b} ${c}`;
}
class Point {
  constructor(x, y) {
    this.sum = x + y;
  }
}
const before = sum.bind({ name: 'before' }, 1);
const MadeBefore = Point.bind(null, 20);
const kept = Array.prototype[Symbol.iterator];
delete Array.prototype[Symbol.iterator];
const seen = before(2, 3);
Array.prototype[Symbol.iterator] = kept;

vmExport(1, () => {
  print(seen); // expect: before 1 2 3
  delete Array.prototype[Symbol.iterator];
  print(before(4, 5)); // expect: before 1 4 5
  print(sum.bind({ name: 'after' }, 6, 7)(8)); // expect: after 6 7 8
  print(new MadeBefore(3).sum); // expect: 23
  print(sum.call({ name: 'call' }, 1, 2, 3)); // expect: call 1 2 3
  print(sum.apply({ name: 'apply' }, [1, 2, 3])); // expect: apply 1 2 3
  Array.prototype[Symbol.iterator] = kept;
});
