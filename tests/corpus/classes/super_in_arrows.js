// `super()` in an arrow function initializes the fields too, wherever it is called (ECMAScript 13.3.7.1).
const print = vmImport(1);

class Base {
  constructor(value = 1) {
    this.base = value;
  }
}

let log = '';
const note = (text) => {
  log += text;
  return text;
};

class Direct extends Base {
  a = this.base + 1;
  #p = 3;
  [note('k')] = note('f');
  f = () => this.a;
  target = new.target;
  constructor() {
    const make = () => super(5);
    note('b');
    make();
    note('a');
    try {
      make();
    } catch (error) {
      this.again = error instanceof ReferenceError;
    }
  }
  get p() {
    return this.#p;
  }
}

class InParameter extends Base {
  own = super.constructor === Base;
  #secret() {
    return 's' + this.base;
  }
  constructor(value, made = (() => super(value))()) {
    this.made = made === this;
  }
  secret() {
    return this.#secret();
  }
}

class Either extends Base {
  n = ++count;
  constructor(direct) {
    if (direct) super(1);
    else [2].forEach((it) => super(it));
  }
}
let count = 0;

class Nested extends Base {
  value = arguments_;
  constructor(arguments_) {
    (() => (() => super(...arguments))())();
  }
}
const arguments_ = 'outer';

class Throwing extends Base {
  a = 1;
  b = (() => {
    throw 'field';
  })();
  constructor() {
    try {
      (() => super())();
    } catch (error) {
      note(error);
    }
    this.c = this.a;
  }
}

class Outer extends Base {
  inner = new (class extends Base {
    x = 7;
    constructor() {
      (() => super())();
    }
  })();
  constructor() {
    (() => super())();
  }
}

vmExport(1, () => {
  const made = new Direct();
  print(`${made.a} ${made.p} ${made.k} ${made.f()} ${made.target === undefined} ${made.again}`); // expect: 6 3 f 6 true true
  print(log); // expect: kbfa
  print(Object.keys(made).join()); // expect: base,a,k,f,target,again
  const second = new InParameter(4);
  print(`${second.own} ${second.secret()} ${second.made}`); // expect: true s4 true
  print(`${new Either(true).n} ${new Either(false).n} ${new Either(false).base}`); // expect: 1 2 2
  const nested = new Nested(9);
  print(`${nested.value} ${nested.base}`); // expect: outer 9
  log = '';
  const throwing = new Throwing();
  print(`${log} ${throwing.c} ${'b' in throwing}`); // expect: field 1 false
  print(new Outer().inner.x); // expect: 7
  class Local extends Base {
    v = this.base;
    constructor() {
      (() => super(8))();
    }
  }
  print(new Local().v); // expect: 8
});
