// A rest parameter collects what is left of the arguments in a new array.
const print = vmImport(1);

function all(...list) {
  return list;
}
const after = (a, b, ...list) => `${a} ${b} ${list.length} ${list[0]}`;
const taken = (...[a, { b } = { b: 'none' }, ...more]) => `${a} ${b} ${more.length}`;
class Collection {
  constructor(name, ...items) {
    this.name = name;
    this.items = items;
  }
  add(...items) {
    for (const item of items) this.items.push(item);
    return this;
  }
}
const counter = (...list) => () => list.push(0);
const shadow = (first, ...rest) => {
  const get = () => rest;
  rest = first;
  return get();
};
const deep = (n, ...list) => (n === 0 ? list.length : deep(n - 1, ...list, n));

vmExport(1, (...passed) => {
  print(passed.length); // expect: 2
  print(passed[1]); // expect: b
  print(all().length); // expect: 0
  print(all(undefined).length); // expect: 1
  print(all(1, 2, 3)[2]); // expect: 3
  print(all(1) === all(1)); // expect: false
  print(after()); // expect: undefined undefined 0 undefined
  print(after(1)); // expect: 1 undefined 0 undefined
  print(after(1, 2, 3)); // expect: 1 2 1 3
  print(after(1, 2, 3, 4)); // expect: 1 2 2 3
  print(taken(1)); // expect: 1 none 0
  print(taken(1, { b: 2 }, 3, 4)); // expect: 1 2 2
  const collection = new Collection('c', 1, 2).add(3).add(4, 5);
  print(`${collection.name} ${collection.items.length}`); // expect: c 5
  const first = counter(1), second = counter();
  first();
  print(`${first()} ${second()}`); // expect: 3 1
  print(shadow('s', 1)); // expect: s
  print(deep(6)); // expect: 6
  print(all(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20)[19]); // expect: 20
  print(all.length === undefined || all.length === 0); // expect: true
});
// call: 1("a", "b")
