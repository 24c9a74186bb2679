// Async generators as declarations, expressions, methods of objects and classes, static and private ones.
// call: 1
// call: 2
const print = vmImport(1);

async function* declared(a, { b } = { b: 'b' }, ...rest) {
  yield a;
  yield b;
  yield rest.length;
}
const expression = async function* named() {
  yield typeof named;
};
const object = {
  name: 'object',
  async *method() {
    yield this.name;
  },
  async *['comp' + 'uted']() {
    yield super.toString === Object.prototype.toString;
  },
};
class Base {
  async *base() {
    yield 'base';
  }
}
class Derived extends Base {
  #field = 'field';
  async *#secret() {
    yield this.#field;
  }
  secret() {
    return this.#secret();
  }
  static async *fixed() {
    yield new.target === undefined;
  }
  async *base() {
    yield* super.base();
    yield 'derived';
  }
  async *then(done) {
    yield done;
  }
}

async function all(...generators) {
  for (const generator of generators) {
    for await (const value of generator) print(value);
  }
}

vmExport(1, () => {
  all(declared('a', undefined, 1, 2), expression(), object.method(), object.computed());
  all(new Derived().secret(), Derived.fixed(), new Derived().base());
  // expect: a
  // expect: field
  // expect: b
  // expect: true
  // expect: 2
  // expect: function
  // expect: base
  // expect: object
  // expect: derived
  // expect: true
});

vmExport(2, () => {
  (async () => {
    const names = [declared, expression, object.method, object.computed, Derived.fixed, new Derived().then];
    print(names.map((it) => it.name).join()); // expect: declared,named,method,computed,fixed,then
    print(names.map((it) => it.length).join()); // expect: 1,0,0,0,0,1
    try {
      new declared();
    } catch (error) {
      print(error instanceof TypeError); // expect: true
    }
    // What parameters throw is thrown by the call.
    try {
      declared(1, null);
    } catch (error) {
      print(error instanceof TypeError); // expect: true
    }
  })();
});
