// Array.prototype.lastIndexOf: where it begins, and that undefined is a start.
const print = vmImport(1);

vmExport(1, () => {
  const list = [1, 2, 1, , NaN];
  print(list.lastIndexOf(1)); // expect: 2
  print(list.lastIndexOf(1, 1)); // expect: 0
  print(list.lastIndexOf(1, -3)); // expect: 2
  print(list.lastIndexOf(1, -4)); // expect: 0
  print(list.lastIndexOf(1, -99)); // expect: -1
  print(list.lastIndexOf(1, undefined)); // expect: 0
  print(list.lastIndexOf(2, undefined)); // expect: -1
  print(list.lastIndexOf(2, 99)); // expect: 1
  print(list.lastIndexOf(NaN)); // expect: -1
  print(list.lastIndexOf(undefined)); // expect: -1
});
