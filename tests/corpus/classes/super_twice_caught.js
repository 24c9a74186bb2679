// `super()` outside of a try statement, and another one inside, which throws, may be caught, and leaves `this` as it is.
const print = vmImport(1);

class Base {
  constructor(value) {
    this.value = value;
  }
}

class Again extends Base {
  constructor() {
    super(1);
    try {
      super(2);
    } catch (error) {
      print(error instanceof ReferenceError); // expect: true
    }
    print(this.value); // expect: 1
  }
}

class Silent extends Base {
  constructor() {
    super(3);
    try {
      super(4);
    } catch {}
  }
}

class Field extends Base {
  field = 'field';

  constructor() {
    super(5);
    try {
      super(6);
    } catch (error) {
      this.caught = error instanceof ReferenceError;
    }
  }
}

vmExport(1, () => {
  new Again();
  print(new Silent().value); // expect: 3
  const made = new Field();
  print(`${made.value} ${made.field} ${made.caught}`); // expect: 5 field true
});
