// Frozen before the snapshot, and nothing asks for attributes later: writes throw all the same.
const print = vmImport(1);

function kind(f) {
  try {
    f();
    return 'nothing';
  } catch (error) {
    return error.name;
  }
}

const settings = Object.freeze({ rate: 50, names: Object.freeze(['a', 'b']) });
const numbers = Object.freeze([1, 2, 3, 4, 5, 6, 7, 8]);
const open = { rate: 1 };
const sealed = Object.seal({ a: 1, b: 2 });
const closed = Object.preventExtensions({ a: 1, b: 2 });

vmExport(1, () => {
  for (const it of [open, settings]) {
    print(kind(() => (it.rate = 2)));
    print(kind(() => (it.fresh = 2)));
    print(it.rate);
  }
  // expect: nothing
  // expect: nothing
  // expect: 2
  // expect: TypeError
  // expect: TypeError
  // expect: 50
  for (const it of [[1, 2], settings.names, numbers]) {
    print(kind(() => (it[0] = 'x')));
    print(kind(() => it.push(5)));
    print(kind(() => (it.length = 1)));
    print(kind(() => it.pop()));
    print(kind(() => delete it[0]));
    print(it.length);
  }
  // expect: nothing
  // expect: nothing
  // expect: nothing
  // expect: nothing
  // expect: nothing
  // expect: 0
  // expect: TypeError
  // expect: TypeError
  // expect: TypeError
  // expect: TypeError
  // expect: TypeError
  // expect: 2
  // expect: TypeError
  // expect: TypeError
  // expect: TypeError
  // expect: TypeError
  // expect: TypeError
  // expect: 8
  print(numbers.map((n) => n * 2).join()); // expect: 2,4,6,8,10,12,14,16
  sealed.a = 5;
  print(kind(() => (sealed.c = 5))); // expect: TypeError
  print(kind(() => delete sealed.a)); // expect: TypeError
  closed.a = 6;
  print(kind(() => (closed.c = 5))); // expect: TypeError
  delete closed.b;
  print(kind(() => (closed.b = 5))); // expect: TypeError
  print(JSON.stringify([sealed, closed])); // expect: [{"a":5,"b":2},{"a":6}]
});
