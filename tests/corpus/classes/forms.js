// Classes without a constructor, empty, as expressions, as values, with odd method names.
const print = vmImport(1);

class Empty {}

class OnlyMethods {
  hello() {
    return 'hello';
  }
  'quoted name'() {
    return 'quoted';
  }
  42() {
    return 'number';
  }
  get() {
    return 'get';
  }
  set(x) {
    return 'set' + x;
  }
  async() {
    return 'async';
  }
  ;
}

function run() {
  const e = new Empty();
  print(e instanceof Empty); // expect: true
  e.x = 1;
  print(e.x); // expect: 1
  const m = new OnlyMethods();
  print(m.hello() + m['quoted name']() + m[42]()); // expect: helloquotednumber
  print(m.get() + m.set(1) + m.async()); // expect: getset1async

  const A = class {
    constructor(x) {
      this.x = x;
    }
  };
  print(new A(3).x); // expect: 3
  const B = class Inner {
    again() {
      return new Inner();
    }
  };
  print(new B().again() instanceof B); // expect: true
  print(typeof Inner); // expect: undefined
  print(new (class { m() { return 'at once'; } })().m()); // expect: at once
  const make = (n) => class { value() { return n; } };
  const One = make(1), Two = make(2);
  print(new One().value() + new Two().value()); // expect: 3
  print(new One() instanceof Two); // expect: false
  const space = { K: class { m() { return 'in object'; } } };
  print(new space.K().m()); // expect: in object
  print(new Empty(1, 2, 3) instanceof Empty); // expect: true
}

vmExport(1, run);
