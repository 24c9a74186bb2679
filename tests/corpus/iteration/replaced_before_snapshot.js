// What was replaced before the snapshot stays replaced after it, in functions that were compiled and called before, too.
// node: skip — node prints by iterating arrays of its own
const print = vmImport(1);
const sum = (list) => {
  let sum = 0;
  for (const item of list) sum += item;
  return sum;
};
const before = sum([1, 2]);
Array.prototype[Symbol.iterator] = function* () {
  for (let i = 0; i < this.length; i++) yield this[i] * 10;
};
String.prototype[Symbol.iterator] = () => [3][Symbol.iterator]();
const after = sum([1, 2]);
vmExport(1, () => {
  print(before); // expect: 3
  print(after); // expect: 30
  print(sum([1, 2])); // expect: 30
  print(sum('abc')); // expect: 30
});
