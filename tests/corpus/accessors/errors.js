// Getters and setters that throw, and accessors that lack one of the two.
const print = vmImport(1);

function kind(f) {
  try {
    f();
    return 'nothing';
  } catch (error) {
    return error instanceof Error ? error.name : error;
  }
}

const object = {
  get fails() {
    throw 'read';
  },
  set fails(value) {
    throw `write ${value}`;
  },
  get only() {
    return 1;
  },
  set none(value) {},
  get deep() {
    return this.deep;
  },
};
const heir = Object.create(object);

class Static {
  static get only() {
    return 1;
  }
}

vmExport(1, () => {
  for (const it of [object, heir]) {
    print(kind(() => it.fails)); // expect: read
    print(kind(() => (it.fails = 5))); // expect: write 5
    print(kind(() => it.fails())); // expect: read
    print(kind(() => it.fails++)); // expect: read
    print(kind(() => (it.only = 2))); // expect: TypeError
    print(kind(() => it.only++)); // expect: TypeError
    print(kind(() => ([it.only] = [1]))); // expect: TypeError
    print(it.only); // expect: 1
    print(it.none === undefined); // expect: true
    print(kind(() => it.none())); // expect: TypeError
    print(kind(() => it.only())); // expect: TypeError
    print(kind(() => it.deep)); // expect: RangeError
  }
  // expect: read
  // expect: write 5
  // expect: read
  // expect: read
  // expect: TypeError
  // expect: TypeError
  // expect: TypeError
  // expect: 1
  // expect: true
  // expect: TypeError
  // expect: TypeError
  // expect: RangeError
  print(kind(() => (Static.only = 2))); // expect: TypeError
  print(Object.keys(heir).length); // expect: 0

  // The operands that wait meanwhile stay in order.
  const waiting = (a) => {
    try {
      return a + object.only + [1, 2, object.fails].length;
    } catch (error) {
      return `${a}:${error}`;
    } finally {
      a = 0;
    }
  };
  print(waiting(7)); // expect: 7:read
  let value = 1;
  try {
    value = object.fails;
  } catch {
    value = 2;
  }
  print(value); // expect: 2
  print(kind(() => JSON.stringify(object))); // expect: read
  print(kind(() => ({ ...object }))); // expect: read
});
