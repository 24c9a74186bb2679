// `super.x` finds getters and setters above, and calls them for `this`.
// call: 1
// call: 2
const print = vmImport(1);

class Base {
  constructor(n) {
    this.n = n;
  }
  get value() {
    return this.n;
  }
  set value(value) {
    this.n = value;
  }
  get method() {
    return function (a) {
      return this.n + a;
    };
  }
  get only() {
    return 'only';
  }
  static get kind() {
    return this.label;
  }
  static set kind(value) {
    this.label = value;
  }
}

class Derived extends Base {
  get value() {
    return super.value * 10;
  }
  set value(value) {
    super.value = value + 1;
  }
  viaKey(key) {
    return super[key];
  }
  setKey(key, value) {
    return (super[key] = value);
  }
  call(a) {
    return super.method(a) + super['method'](a) + (() => super.method(a))();
  }
  change() {
    super.value += 5;
    super.value++;
    [super.value] = [super.value * 2];
    return this.n;
  }
  setOnly() {
    super.only = 1;
  }
  setNew() {
    super.fresh = 'own';
    return this.fresh;
  }
  optional() {
    return super.missing?.(1) === undefined && super.method?.(1);
  }
  static get kind() {
    return `<${super.kind}>`;
  }
  static set kind(value) {
    super.kind = `${value}!`;
  }
}
Derived.label = 'd';

function kind(f) {
  try {
    return f();
  } catch (error) {
    return error.name;
  }
}

vmExport(1, () => {
  const it = new Derived(2);
  print(it.value); // expect: 20
  it.value = 6;
  print(it.n); // expect: 7
  print(it.viaKey('value')); // expect: 7
  print(it.viaKey({ toString: () => 'value' })); // expect: 7
  print(it.setKey('value', 3)); // expect: 3
  print(it.n); // expect: 3
  print(it.call(1)); // expect: 12
  print(it.change()); // expect: 18
  print(it.optional()); // expect: 19
  print(kind(() => it.setOnly())); // expect: TypeError
  print(it.setNew()); // expect: own
  print(it.setKey(7, 'seven') + it[7]); // expect: sevenseven
  print(Object.keys(it).join()); // expect: 7,n,fresh
  print(Derived.kind); // expect: <d>
  Derived.kind = 'e';
  print(Derived.label); // expect: e!
  print(Base.label === undefined); // expect: true
});

// In object literals, where the object that inherits is made after the snapshot.
vmExport(2, () => {
  const above = {
    get x() {
      return `x of ${this.name}`;
    },
    set x(value) {
      this.name = value;
    },
    plain: 'plain',
  };
  const below = {
    __proto__: above,
    name: 'below',
    get x() {
      return `[${super.x}]`;
    },
    set x(value) {
      super.x = `new ${value}`;
    },
    get plain() {
      return super.plain + '!';
    },
    setPlain() {
      super.plain = 1;
    },
  };
  print(below.x); // expect: [x of below]
  below.x = 'name';
  print(below.name); // expect: new name
  const other = { __proto__: below, name: 'other' };
  print(other.x); // expect: [x of other]
  print(below.plain); // expect: plain!
  // The receiver has an accessor of its own in the way.
  print(kind(() => below.setPlain())); // expect: TypeError
  other.setPlain();
  print(`${other.plain} ${Object.keys(other).join()}`); // expect: 1 name,plain
});
