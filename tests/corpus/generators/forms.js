// Generator functions as declarations, expressions and methods; parameters, `this` and `super`.
// call: 1
// call: 2
// call: 3
import { values } from '../shared/generators.mjs';
const print = vmImport(1);
const all = (it) => values(it).replace(' =undefined', '');
const expression = function* (a) {
  yield a;
  yield a + 1;
};
const named = function* self(n) {
  yield n;
  if (n > 0) yield all(self(n - 1));
};
const key = 'computed';
const object = {
  factor: 3,
  *method(a) {
    yield this.factor * a;
    yield this.factor + a;
  },
  *[key]() {
    yield 'c';
  },
  *'text key'() {
    yield 't';
  },
  *7() {
    yield 7;
  },
  yield: 1,
};
class Base {
  constructor() {
    this.items = [1, 2];
  }
  *values() {
    for (const item of this.items) yield item;
  }
  static *create(...names) {
    for (const name of names) yield new this().items.length + name;
  }
}
class Derived extends Base {
  *values() {
    yield 'before';
    yield all(super.values());
    const arrow = () => this.items.length;
    yield arrow();
  }
  *[`${key}2`]() {
    yield 'computed in a class';
  }
}
function* parameters(a, b = a + 1, { c, d = 4 } = { c: 3 }, ...rest) {
  yield a;
  yield b;
  yield c;
  yield d;
  yield rest.length;
  a = 'changed';
  yield a + b;
}
let order = '';
function* eager(a = (order += 'parameter ')) {
  order += 'body ';
  yield a;
}
function* hoisted() {
  yield inner();
  function inner() {
    return 'hoisted';
  }
  var late = 1;
  yield late;
}
function* captured(a) {
  const add = (n) => (a += n);
  yield add(1);
  yield add(2);
  yield a;
}
export default function* () {
  yield 'default';
}
vmExport(1, () => {
  print(all(expression(1))); // expect: 1 2
  print(all(named(2))); // expect: 2 1 0
  print(all(object.method(2))); // expect: 6 5
  print(all(object.computed())); // expect: c
  print(all(object['text key']())); // expect: t
  print(all(object[7]())); // expect: 7
});
vmExport(2, () => {
  print(all(new Base().values())); // expect: 1 2
  print(all(Base.create('a', 'b'))); // expect: 2a 2b
  print(all(Derived.create('a'))); // expect: 2a
  print(all(new Derived().values())); // expect: before 1 2 2
  print(all(new Derived().computed2())); // expect: computed in a class
});
vmExport(3, () => {
  print(all(parameters(1))); // expect: 1 2 3 4 0 changed2
  print(all(parameters(1, 5, { c: 6 }, 8, 9))); // expect: 1 5 6 4 2 changed5
  order = '';
  const it = eager();
  order += 'called ';
  it.next();
  print(order + '.'); // expect: parameter called body .
  print(all(hoisted())); // expect: hoisted 1
  print(all(captured(10))); // expect: 11 13 13
});
