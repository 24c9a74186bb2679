// Assignments take values apart into names, properties and elements; their value is the right side.
const print = vmImport(1);

let global;

vmExport(1, () => {
  let a = 1, b = 2;
  [a, b] = [b, a];
  print(`${a} ${b}`); // expect: 2 1

  const object = {}, array = [];
  ({ a: object.x, b: object['y'] = 'default', c: array[2] } = { a: 1, c: 3 });
  print(`${object.x} ${object.y} ${array.length} ${array[2]}`); // expect: 1 default 3 3
  [object.first, [array[0]], ...object.rest] = ['f', ['g'], 'h', 'i'];
  print(`${object.first} ${array[0]} ${object.rest[1]}`); // expect: f g i
  ({ global } = { global: 'set' });
  print(global); // expect: set
  ({ global = 'again' } = {});
  print(global); // expect: again

  const value = { n: 5 };
  let n;
  print(({ n } = value) === value); // expect: true
  const list = [1, 2];
  let m;
  print(([m, n] = list) === list); // expect: true
  print((([m, n] = [3, 4])).length); // expect: 2
  print(m + n); // expect: 7

  // Chains, and patterns within patterns.
  let c, d;
  [a, [b]] = [c, { d }] = [1, [2]];
  print(`${a} ${b} ${c} ${d}`); // expect: 1 2 1 undefined
  [[a, b], { c, d }] = [[1, 2], { c: 3, d: 4 }];
  print(a + b + c + d); // expect: 10

  // Three at a time.
  [a, b, c] = [c, a, b];
  print(`${a} ${b} ${c}`); // expect: 3 1 2
  [a, ...[b, c]] = [7, 8, 9];
  print(`${a} ${b} ${c}`); // expect: 7 8 9
  for ([a, b] = [0, 3]; a < b; [a, b] = [a + 1, b]) print(a);
  // expect: 0
  // expect: 1
  // expect: 2
});
