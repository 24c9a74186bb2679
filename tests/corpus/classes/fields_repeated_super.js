// Fields are initialized behind each `super()` that binds `this`, wherever in the constructor it is.
const print = vmImport(1);
let made = 0;

class Base {
  constructor(value) {
    this.value = value;
  }
}

class Derived extends Base {
  #secret = made + 10;
  count = ++made;
  read = () => this.#secret + this.value;
  [`key${made}`] = class {
    static inner = 5;
  };

  constructor(way) {
    if (way === 'none') return {};
    if (way === 'if') super(1);
    else if (way === 'loop') {
      for (let i = 0; i < 3; i++) {
        try {
          super(i);
        } catch (error) {
          print(error.constructor.name);
        }
      }
    } else {
      try {
        super(7);
        super(8);
      } catch (error) {
        print(error.constructor.name);
      }
    }
  }

  get secret() {
    return this.#secret;
  }
}

function show(way) {
  const it = new Derived(way);
  return `${it.value} ${it.count} ${it.read()} ${it.secret} ${it.key0.inner} ${made}`;
}

vmExport(1, () => {
  print(show('if')); // expect: 1 1 11 10 5 1
  print(show('loop'));
  // expect: ReferenceError
  // expect: ReferenceError
  // expect: 0 2 11 11 5 2
  print(show('twice'));
  // expect: ReferenceError
  // expect: 7 3 19 12 5 3
  print(Object.keys(new Derived('none')).length); // expect: 0
  print(made); // expect: 3
});
