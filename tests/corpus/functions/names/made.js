// Functions made after the snapshot have names and lengths, too.
const print = vmImport(1);

function maker(kind) {
  const arrow = (a, b) => a;
  function plain(a, b, c) {}
  class Made {
    constructor(a) {}
    method(a, b = 1, c) {}
    static of(...all) {}
  }
  const literal = { method() {}, get got() { return 1; }, *steps(a) {} };
  switch (kind) {
    case 0: return arrow;
    case 1: return plain;
    case 2: return Made;
    case 3: return Made.prototype.method;
    case 4: return Made.of;
    case 5: return literal.method;
    case 6: return Object.getOwnPropertyDescriptor(literal, 'got').get;
    case 7: return literal.steps;
    case 8: return () => {};
    case 9: return function () {};
  }
  return class {};
}

class Named {
  static name = 'other';
}

function computed(key) {
  return {
    [key]: () => {},
    [`${key}1`]() {},
    get [`${key}2`]() {
      return 1;
    },
  };
}

vmExport(1, () => {
  for (let kind = 0; kind <= 10; kind++) {
    const f = maker(kind);
    print(`${kind} [${f.name}] ${f.length}`);
  }
  // expect: 0 [arrow] 2
  // expect: 1 [plain] 3
  // expect: 2 [Made] 1
  // expect: 3 [method] 1
  // expect: 4 [of] 0
  // expect: 5 [method] 0
  // expect: 6 [get got] 0
  // expect: 7 [steps] 1
  // expect: 8 [] 0
  // expect: 9 [] 0
  // expect: 10 [] 0
  print(Named.name); // expect: other
  const it = computed('k');
  print(it.k.name); // expect: k
  print(it.k1.name); // expect: k1
  print(Object.getOwnPropertyDescriptor(it, 'k2').get.name); // expect: get k2
  print(Object.getOwnPropertyNames(maker(0)).join()); // expect: length,name
  print(Object.getOwnPropertyNames(maker(1)).join()); // expect: length,name,prototype
  print(Object.getOwnPropertyNames(maker(2)).join()); // expect: length,name,prototype,of
  print(Object.getOwnPropertyNames(maker(7)).join()); // expect: length,name,prototype
});
