// Array.prototype.indexOf and includes: identity, NaN, holes, where they begin.
const print = vmImport(1);

vmExport(1, () => {
  const list = [1, NaN, 'a', , -0, 1];
  print(list.indexOf(1)); // expect: 0
  print(list.indexOf(1, 1)); // expect: 5
  print(list.indexOf(NaN)); // expect: -1
  print(list.includes(NaN)); // expect: true
  print(list.indexOf(undefined)); // expect: -1
  print(list.includes(undefined)); // expect: true
  print(list.indexOf(0)); // expect: 4
  print(list.includes(0)); // expect: true
  print(list.indexOf('a', -4)); // expect: 2
  print(list.indexOf('a', -3)); // expect: -1
  print(list.indexOf(1, -99)); // expect: 0
  print(list.indexOf(1, 99)); // expect: -1
  print(list.includes(1, -1)); // expect: true
  print(list.includes('1')); // expect: false
  print([].includes(undefined)); // expect: false
  const o = {};
  print([{}, o].indexOf(o)); // expect: 1
  print([{}].includes({})); // expect: false
});
