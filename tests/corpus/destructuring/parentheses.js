// Parentheses that may be there: around a target, a whole assignment, a default's value.
const print = vmImport(1);

vmExport(1, () => {
  let a, b;
  const object = {};
  [(a), (b) = 2, (object.c)] = [1, undefined, 3];
  print(`${a} ${b} ${object.c}`); // expect: 1 2 3
  ({ a: (a), b: (b) = (5) } = { a: 4 });
  print(`${a} ${b}`); // expect: 4 5
  ([a = (6), [b]] = [undefined, [7]]);
  print(`${a} ${b}`); // expect: 6 7
  for ((a) of [8]) print(a); // expect: 8
  for ([a] of [[9]]) print(a); // expect: 9
  for ((object.c) in { key: 1 }) print(object.c); // expect: key
  const f = (x, y = (1), [z] = ([2])) => x + y + z;
  print(f((3))); // expect: 6
  print([(a = 1), (b = 2)].join()); // expect: 1,2
  // A name in parentheses gives none to its default; parentheses around the default are nothing.
  [(a) = () => {}, b = (() => {})] = [];
  print(`${a.name}|${b.name}`); // expect: |b
  ({ x: (a) = class {}, y: b = (class {}) } = {});
  print(`${a.name}|${b.name}`); // expect: |b
});
