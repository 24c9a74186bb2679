// `this` of a derived constructor: empty before `super()`, bound once, and what the constructor returns.
const print = vmImport(1);

const attempt = (action) => {
  try {
    const result = action();
    print(typeof result === 'object' ? 'object' : `${result}`);
  } catch (error) {
    if (error instanceof ReferenceError) print('ReferenceError');
    else if (error instanceof TypeError) print('TypeError');
    else print(`${error}`);
  }
};
class Base {
  constructor(value) {
    this.value = value;
  }
  method() {
    return 'method';
  }
}

vmExport(1, () => {
  attempt(() => new (class extends Base { constructor() {} })()); // expect: ReferenceError
  attempt(() => new (class extends Base { constructor() { this.x = 1; super(); } })()); // expect: ReferenceError
  attempt(() => new (class extends Base { constructor() { super.method(); super(); } })()); // expect: ReferenceError
  attempt(() => new (class extends Base { constructor() { super(); super(); } })()); // expect: ReferenceError
  attempt(() => new (class extends Base { constructor() { super(this); } })()); // expect: ReferenceError
  attempt(() => new (class extends Base { constructor() { return { value: 1 }; } })()); // expect: object
  attempt(() => new (class extends Base { constructor() { return 1; } })()); // expect: TypeError
  attempt(() => new (class extends Base { constructor() { super(); return null; } })()); // expect: TypeError
  attempt(() => new (class extends Base { constructor() { super(2); return; } })().value); // expect: 2
  attempt(() => new (class extends Base { constructor() { super(3); return undefined; } })().value); // expect: 3
  attempt(() => new (class extends Base { constructor() { return () => 4; } })()()); // expect: 4
  attempt(() => new (class extends Base { constructor() { throw 'thrown'; } })()); // expect: thrown

  // In arrow functions, which may be called later.
  attempt(() => new (class extends Base {
    constructor() {
      const call = (value) => super(value);
      call(5);
    }
  })().value); // expect: 5
  attempt(() => new (class extends Base {
    constructor() {
      const get = () => this;
      super(6);
      this.same = get() === this;
    }
  })().same); // expect: true
  attempt(() => new (class extends Base {
    constructor() {
      const get = () => this;
      get();
      super();
    }
  })()); // expect: ReferenceError
  attempt(() => new (class extends Base {
    constructor() {
      const call = () => super();
      call();
      call();
    }
  })()); // expect: ReferenceError

  // In branches, loops and try statements.
  class Branch extends Base {
    constructor(flag) {
      if (flag) super('yes');
      else super('no');
    }
  }
  print(new Branch(true).value + new Branch(false).value); // expect: yesno
  class Guarded extends Base {
    constructor(twice) {
      try {
        super('guarded');
        if (twice) super('again');
      } catch (error) {
        this.caught = error instanceof ReferenceError;
      } finally {
        this.finally = true;
      }
    }
  }
  print(`${new Guarded(false).value} ${new Guarded(true).caught} ${new Guarded(true).value}`); // expect: guarded true guarded
  print(new Guarded(false).finally); // expect: true
  class Returns extends Base {
    constructor(result) {
      try {
        super('returns');
        return result;
      } finally {
        this.left = true;
      }
    }
  }
  print(`${new Returns().left} ${new Returns({ own: 1 }).own}`); // expect: true 1
  attempt(() => new Returns(5)); // expect: TypeError
  // A parent that returns another object: that is `this`.
  const other = { other: true };
  class Other {
    constructor() {
      return other;
    }
  }
  class Child extends Other {
    field = 'field';
    constructor() {
      super();
      this.added = true;
    }
  }
  const child = new Child();
  print(`${child === other} ${other.field} ${other.added} ${child instanceof Child}`); // expect: true field true false
  // A base constructor that returns a primitive.
  class Primitive {
    constructor() {
      this.kept = true;
      return 1;
    }
  }
  print(`${new Primitive().kept} ${new (class extends Primitive {})().kept}`); // expect: true true
  attempt(() => Branch()); // expect: TypeError
});
