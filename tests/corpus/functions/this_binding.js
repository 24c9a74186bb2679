// What `this` is, by the way of calling.
const print = vmImport(1);

const top = this;

function plain() {
  return this;
}

const o = {
  name: 'o',
  method() {
    return this.name;
  },
  expression: function () {
    return this.name;
  },
  arrow: () => typeof this,
  nested() {
    const viaArrow = () => () => this.name;
    return viaArrow()();
  },
  lost() {
    function inner() {
      return this;
    }
    return inner() === undefined;
  },
};

function run() {
  print(top === undefined); // expect: true
  print(plain() === undefined); // expect: true
  print(o.method()); // expect: o
  print(o['method']()); // expect: o
  print((o.method)()); // expect: o
  print(o.expression()); // expect: o
  print(o.arrow()); // expect: undefined
  print(o.nested()); // expect: o
  print(o.lost()); // expect: true

  // Taken from its object, a method has lost it.
  const taken = o.method;
  try {
    taken();
  } catch (e) {
    print(e.name); // expect: TypeError
  }
  try {
    (0, o.method)();
  } catch (e) {
    print(e.name); // expect: TypeError
  }

  // Given to another object, it has that one.
  const p = { name: 'p', method: o.method };
  print(p.method()); // expect: p
  const list = [plain, 'second'];
  print(list[0]()[1]); // expect: second
  const deep = { a: { b: { name: 'b', get: plain } } };
  print(deep.a.b.get().name); // expect: b
}

vmExport(1, run);
