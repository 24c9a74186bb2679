// What lists, copies and prints properties: enumerable accessors are read, the copies are plain.
const print = vmImport(1);

let reads = 0;

function make() {
  return {
    a: 1,
    get b() {
      reads++;
      return this.a + 1;
    },
    set b(value) {
      this.a = value;
    },
    set c(value) {},
    d: 4,
  };
}

const captured = make();

function test(object) {
  reads = 0;
  print(Object.keys(object).join());
  print(Object.values(object).join());
  print(JSON.stringify(Object.entries(object)));
  print(JSON.stringify(object));
  let keys = '';
  for (const key in object) keys += key;
  print(keys);
  print(reads);
  const copy = { ...object };
  copy.b = 10;
  print(`${copy.a} ${copy.b} ${'c' in copy}`);
  const assigned = Object.assign({}, object);
  print(assigned.b);
  const { a, ...rest } = object;
  print(`${rest.b} ${Object.keys(rest).join()}`);
  print(reads);
  // Assigning calls setters, spreading doesn't.
  const target = make();
  Object.assign(target, { b: 7 });
  print(target.a);
  const spread = { get b() { return 'getter'; }, ...{ b: 8 } };
  print(spread.b);
  print(object.propertyIsEnumerable('b'));
  print(Object.hasOwn(object, 'b'));
}

vmExport(1, () => {
  test(captured);
  // expect: a,b,c,d
  // expect: 1,2,,4
  // expect: [["a",1],["b",2],["c",null],["d",4]]
  // expect: {"a":1,"b":2,"d":4}
  // expect: abcd
  // expect: 3
  // expect: 1 10 true
  // expect: 2
  // expect: 2 b,c,d
  // expect: 6
  // expect: 7
  // expect: 8
  // expect: true
  // expect: true
  test(make());
  // expect: a,b,c,d
  // expect: 1,2,,4
  // expect: [["a",1],["b",2],["c",null],["d",4]]
  // expect: {"a":1,"b":2,"d":4}
  // expect: abcd
  // expect: 3
  // expect: 1 10 true
  // expect: 2
  // expect: 2 b,c,d
  // expect: 6
  // expect: 7
  // expect: 8
  // expect: true
  // expect: true

  // A getter that takes away what comes later, and one that adds.
  const changing = {
    get first() {
      delete this.second;
      this.third = 3;
      return 1;
    },
    second: 2,
  };
  print(JSON.stringify(Object.assign({}, changing))); // expect: {"first":1}
});
