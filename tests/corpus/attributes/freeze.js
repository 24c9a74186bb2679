// Frozen objects: nothing of them changes, whether they were frozen before the snapshot or after it.
import { outcome } from '../shared/outcome.mjs';

const print = vmImport(1);

function make() {
  const object = {
    a: 1,
    inner: { b: 2 },
    get x() {
      return this.a * 10;
    },
    set x(value) {
      print(`x = ${value}`);
    },
  };
  return Object.freeze(object);
}

const captured = make();
const heir = Object.create(captured);
const table = [];
for (let i = 0; i < 20; i++) table[i] = Object.freeze({ number: i, square: i * i });
class Point {
  constructor(x) {
    this.x = x;
    Object.freeze(this);
  }
  move() {
    this.x++;
  }
}
const point = new Point(1);

function test(object) {
  print(outcome(() => (object.a = 2)));
  print(outcome(() => (object.b = 2)));
  print(outcome(() => object.a++));
  print(outcome(() => delete object.a));
  print(outcome(() => delete object.missing));
  print(outcome(() => Object.defineProperty(object, 'a', { value: 5 })));
  print(outcome(() => Object.defineProperty(object, 'c', { value: 5 })));
  print(outcome(() => Object.defineProperty(object, 'a', { value: 1 }) === object));
  print(outcome(() => Object.setPrototypeOf(object, {})));
  print(outcome(() => Object.setPrototypeOf(object, Object.prototype) === object));
  print(outcome(() => Object.assign(object, { a: 3 })));
  print(Reflect.set(object, 'a', 1));
  print(Reflect.set(object, 'new', 1));
  print(Reflect.set({}, 'new', 1, object));
  print(Reflect.deleteProperty(object, 'a'));
  print(Reflect.defineProperty(object, 'c', { value: 5 }));
  print(Reflect.setPrototypeOf(object, null));
  object.x = 4;
  object.inner.b++;
  print(object.inner.b);
  print(`${object.a} ${object.x}`);
  print(Object.keys(object).join());
  print(JSON.stringify(object));
  print(Object.isFrozen(object) && Object.isSealed(object) && !Object.isExtensible(object));
  print(Object.isFrozen(object.inner) || Object.isSealed(object.inner));
  print(JSON.stringify(Object.getOwnPropertyDescriptor(object, 'a')));
}

vmExport(1, () => {
  test(captured);
  // expect: TypeError
  // expect: TypeError
  // expect: TypeError
  // expect: TypeError
  // expect: true
  // expect: TypeError
  // expect: TypeError
  // expect: true
  // expect: TypeError
  // expect: true
  // expect: TypeError
  // expect: false
  // expect: false
  // expect: false
  // expect: false
  // expect: false
  // expect: false
  // expect: x = 4
  // expect: 3
  // expect: 1 10
  // expect: a,inner,x
  // expect: {"a":1,"inner":{"b":3},"x":10}
  // expect: true
  // expect: false
  // expect: {"value":1,"writable":false,"enumerable":true,"configurable":false}
  test(make());
  // expect: TypeError
  // expect: TypeError
  // expect: TypeError
  // expect: TypeError
  // expect: true
  // expect: TypeError
  // expect: TypeError
  // expect: true
  // expect: TypeError
  // expect: true
  // expect: TypeError
  // expect: false
  // expect: false
  // expect: false
  // expect: false
  // expect: false
  // expect: false
  // expect: x = 4
  // expect: 3
  // expect: 1 10
  // expect: a,inner,x
  // expect: {"a":1,"inner":{"b":3},"x":10}
  // expect: true
  // expect: false
  // expect: {"value":1,"writable":false,"enumerable":true,"configurable":false}

  // What inherits from it can't assign its properties either.
  print(outcome(() => (heir.a = 2))); // expect: TypeError
  heir.other = 3;
  print(`${heir.a} ${heir.other}`); // expect: 1 3
  print(Object.isExtensible(heir)); // expect: true

  let sum = 0;
  for (const row of table) {
    if (outcome(() => (row.square = 0)) === 'TypeError') sum += row.square;
  }
  print(sum); // expect: 2470
  print(outcome(() => point.move())); // expect: TypeError
  print(outcome(() => new Point(5).move())); // expect: TypeError
  print(Object.isFrozen(point) && Object.isFrozen(new Point(6))); // expect: true
  print(point.x); // expect: 1
  print(Object.freeze(5) + Object.freeze('x')); // expect: 5x
  print(Object.isFrozen(1) && Object.isSealed('') && !Object.isExtensible(null)); // expect: true
});
