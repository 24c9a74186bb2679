// Bound functions construct what their target constructs, and `instanceof` looks at it.
import { kind } from '../shared/kind.mjs';

const print = vmImport(1);

class Point {
  constructor(x, y) {
    this.x = x;
    this.y = y;
    this.target = new.target;
  }
  sum() { return this.x + this.y; }
}
function Old(a, b) {
  this.sum = a + b;
  this.target = new.target;
}
const Early = Point.bind(null, 1);

function check(Bound) {
  const point = new Bound(2);
  print(point.sum());
  print(point.target === Point);
  print(point instanceof Bound);
  print(point instanceof Point);
  print({} instanceof Bound);
  print(1 instanceof Bound);
  print(Object.hasOwn(Bound, 'prototype'));
  print(`${Bound.prototype}`);
  print(kind(() => Bound(2)));
}

vmExport(1, () => {
  check(Early);
  // expect: 3
  // expect: true
  // expect: true
  // expect: true
  // expect: false
  // expect: false
  // expect: false
  // expect: undefined
  // expect: TypeError
  const Late = Point.bind({}, 1);
  check(Late);
  // expect: 3
  // expect: true
  // expect: true
  // expect: true
  // expect: false
  // expect: false
  // expect: false
  // expect: undefined
  // expect: TypeError
  check(Late.bind(3));
  // expect: 3
  // expect: true
  // expect: true
  // expect: true
  // expect: false
  // expect: false
  // expect: false
  // expect: undefined
  // expect: TypeError
  print(`${Late.name} ${Late.length}`); // expect: bound Point 1
  print(`${Late.bind(3, 2).name} ${Late.bind(3, 2).length}`); // expect: bound bound Point 0

  // Of a function.
  const BoundOld = Old.bind({ unused: 1 }, 20, 22);
  const old = new BoundOld();
  print(`${old.sum} ${old.target === Old}`); // expect: 42 true
  print(`${old instanceof BoundOld} ${old instanceof Late}`); // expect: true false
  const receiver = {};
  Old.bind(receiver, 1)(2);
  print(`${receiver.sum} ${receiver.target}`); // expect: 3 undefined

  // What can't be constructed can't be bound either.
  print(kind(() => new ((() => 1).bind())())); // expect: TypeError
  print(kind(() => new (({ method() {} }).method.bind())())); // expect: TypeError
  print(kind(() => ({}) instanceof (() => 1).bind())); // expect: TypeError
  print(1 instanceof (() => 1).bind()); // expect: false

  // new.target.
  print(Reflect.construct(Late, [5]).sum()); // expect: 6
  print(Reflect.construct(Late, [5]).target === Point); // expect: true
  print(Reflect.construct(Late, [5], Old).target === Old); // expect: true
  print(Reflect.construct(Late, [5], Old) instanceof Old); // expect: true
  print(Reflect.construct(Late, [5], BoundOld).target === BoundOld); // expect: true
  print(Object.getPrototypeOf(Reflect.construct(Late, [5], BoundOld)) === Object.prototype); // expect: true
  print(Reflect.construct(Old, [1, 2], Late).target === Late); // expect: true
  print(kind(() => Reflect.construct(Old, [], (() => 1).bind()))); // expect: TypeError
  print(kind(() => Reflect.construct((() => 1).bind(), []))); // expect: TypeError

  // A class can't extend one, but where it has got a prototype.
  print(kind(() => class extends Late {})); // expect: TypeError
  print(kind(() => class extends (() => 1).bind() {})); // expect: TypeError
  Late.prototype = { name: 'mine' };
  class Child extends Late {
    constructor() { super(41); }
  }
  const child = new Child();
  print(`${child.x} ${child.y} ${child.name}`); // expect: 1 41 mine
  print(`${child.target === Child} ${child instanceof Child}`); // expect: true true
  print(`${child instanceof Late} ${child instanceof Point}`); // expect: false false
  print(`${new Late(1).name}`); // expect: undefined

  // The target's own method decides.
  const Even = { [Symbol.hasInstance]: 1 };
  class Decides { static [Symbol.hasInstance](value) { return value === 7; } }
  const bound = Decides.bind();
  print(`${7 instanceof bound} ${8 instanceof bound}`); // expect: true false
  print(Even instanceof Object.bind()); // expect: true
  print(Function.prototype[Symbol.hasInstance].call(BoundOld, old)); // expect: true
  print(Reflect.ownKeys(bound).join()); // expect: length,name
});
