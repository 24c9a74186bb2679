// Classes that extend Map and Set.
const print = vmImport(1);

class Counter extends Map {
  constructor(iterable) {
    super();
    this.total = 0;
    for (const item of iterable) this.count(item);
  }
  count(key) {
    this.total++;
    return this.set(key, (this.get(key) ?? 0) + 1);
  }
  get(key) {
    return super.get(`<${key}>`);
  }
  set(key, value) {
    return super.set(`<${key}>`, value);
  }
}
class Bag extends Set {}
const before = new Counter('aab');

vmExport(1, () => {
  const made = new Counter('hello');
  print(made.get('l') + made.size + made.total); // expect: 11
  print(made instanceof Counter && made instanceof Map); // expect: true
  print([...made].join(' ')); // expect: <h>,1 <e>,1 <l>,2 <o>,1
  before.count('b');
  print(before.get('a') + ' ' + before.get('b') + ' ' + before.total); // expect: 2 2 4
  print(Object.keys(before).join()); // expect: total
  const bag = new Bag([1, 1, 2]);
  print(bag.size + ' ' + (bag.constructor === Bag) + ' ' + bag.has(2)); // expect: 2 true true
  print(Object.isFrozen(Object.freeze(bag)) && bag.add(3).size); // expect: 3
});
