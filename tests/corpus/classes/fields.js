// Fields: defined on the instance in order, before the constructor's body, with `this` in their values.
const print = vmImport(1);

const log = [];
const say = (text, value = text) => {
  log.push(text);
  return value;
};
const flush = () => {
  for (const text of log) print(text);
  log.length = 0;
};

class Plain {
  a = 1;
  b;
  'odd key' = this.a + 1;
  7 = 'seven';
  self = this;
  arrow = () => this.a;
  func = function () { return this; };
  nested = { list: [this.a, this.b] };
}

let key = 'first';
class Computed {
  [say('key ' + key, key)] = say('value 1');
  [(key = 'second', say('key ' + key, key))] = say('value 2');
  static [say('static key', 'third')] = say('static value', key);
  constructor(parameter = say('parameter')) {
    say('body');
    this.parameter = parameter;
  }
}
log.length = 0;

class Shadow {
  x = x;
  constructor(x) {
    this.parameter = x;
  }
}
const x = 'outer';

class Counter {
  static made = 0;
  id = Counter.made++;
  get = () => this.id;
}

vmExport(1, () => {
  const plain = new Plain();
  print(`${plain.a} ${plain.b} ${plain['odd key']} ${plain[7]}`); // expect: 1 undefined 2 seven
  print(`${plain.self === plain} ${plain.arrow()} ${plain.func() === plain}`); // expect: true 1 true
  print(`${plain.nested.list.length} ${'b' in plain}`); // expect: 2 true
  print((0, plain.arrow)()); // expect: 1
  print(new Plain().arrow !== plain.arrow); // expect: true

  const computed = new Computed();
  flush();
  // expect: value 1
  // expect: value 2
  // expect: parameter
  // expect: body
  print(`${computed.first} ${computed.second} ${Computed.third}`); // expect: value 1 value 2 second
  const shadow = new Shadow('inner');
  print(`${shadow.x} ${shadow.parameter}`); // expect: outer inner
  const counters = [new Counter(), new Counter(), new Counter()];
  print(`${counters[2].get()} ${counters[0].get()} ${Counter.made}`); // expect: 2 0 3

  // A field is defined, not assigned: it hides what a prototype has, and comes before the body.
  class Hides {
    method = 'field';
    value = this.method;
    constructor() {
      this.late = this.value;
    }
    method() {}
  }
  const hides = new Hides();
  print(`${hides.method} ${hides.value} ${hides.late}`); // expect: field field field
  delete hides.method;
  print(typeof hides.method); // expect: function

  // What a value throws leaves the constructor.
  class Fails {
    first = say('first');
    second = (() => { throw 'thrown'; })();
    third = say('never');
  }
  try {
    new Fails();
  } catch (error) {
    print(error); // expect: thrown
  }
  print(log.length); // expect: 1

  // Classes made by a loop have fields of their own.
  const made = [];
  for (const n of [1, 2]) made.push(class { [`n${n}`] = n; value = () => n; });
  print(`${new made[0]().n1} ${new made[1]().n2} ${new made[1]().value()}`); // expect: 1 2 2
});
