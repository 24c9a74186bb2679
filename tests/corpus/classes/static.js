// Static methods, fields and blocks: evaluated once, in order, with the class as `this`.
const print = vmImport(1);

const log = [];

class Settings {
  static defaults = { depth: 2 };
  static log(text) {
    log.push(`${this.name_} ${text}`);
    return this;
  }
  static name_ = 'settings';
  static first = this.log('field').defaults.depth;
  static {
    this.log('block');
    let local = this.first + 1;
    var hoisted = local;
    const add = (n) => {
      this.second = hoisted + n;
    };
    add(10);
    function inner() {
      return 'inner';
    }
    this.third = inner();
  }
  static ['com' + 'puted'] = () => this.second;
  static empty;
  depth = Settings.defaults.depth;
  read() {
    return Settings.first + this.depth;
  }
  static {
    const { depth } = this.defaults;
    try {
      throw depth;
    } catch (thrown) {
      this.caught = thrown;
    }
    for (const n of [1, 2, 3]) {
      if (n === 2) break;
      this.last = n;
    }
  }
}

const Expression = class Inner {
  static self = Inner;
  static make(...args) {
    return new this(...args);
  }
  constructor(value) {
    this.value = value;
  }
};
const Anonymous = class {
  static value = 5;
  static double() {
    return this.value * 2;
  }
};

vmExport(1, () => {
  for (const line of log) print(line);
  // expect: settings field
  // expect: settings block
  print(`${Settings.first} ${Settings.second} ${Settings.third}`); // expect: 2 13 inner
  print(`${Settings.computed()} ${'empty' in Settings} ${Settings.caught} ${Settings.last}`); // expect: 13 true 2 1
  print(new Settings().read()); // expect: 4
  Settings.first = 10;
  print(new Settings().read()); // expect: 12
  print(`${Expression.self === Expression} ${Expression.make(7).value}`); // expect: true 7
  const { double } = Anonymous;
  print(Anonymous.double()); // expect: 10
  try {
    double();
  } catch (error) {
    print(error instanceof TypeError); // expect: true
  }
  print(typeof Settings.prototype.log); // expect: undefined

  // Made while the program runs, in the loop of a function.
  const made = [];
  for (const n of [1, 2]) {
    class Local {
      static count = n * 100;
      static next() {
        return ++this.count;
      }
      static {
        this.next();
      }
    }
    made.push(Local);
  }
  print(`${made[0].next()} ${made[1].next()} ${made[0].next()}`); // expect: 102 202 103
  try {
    class Broken {
      static a = 1;
      static b = Broken.missing.x;
    }
  } catch (error) {
    print(error instanceof TypeError); // expect: true
  }
  try {
    class Early {
      static [Early.key] = 1;
    }
  } catch (error) {
    print(error instanceof ReferenceError); // expect: true
  }
});
