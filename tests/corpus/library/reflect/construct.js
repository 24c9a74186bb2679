// Reflect.construct with a new.target, which must be a constructor (ECMAScript 28.1.2).
import { kind } from '../../shared/kind.mjs';

const print = vmImport(1);

function Base(...list) {
  this.list = list;
  this.target = new.target;
}
function Other() {}
class Derived extends Base {
  constructor(...list) {
    super(...list);
    this.derived = true;
  }
}

vmExport(1, () => {
  const plain = Reflect.construct(Base, [1, 2]);
  print(plain.list.join()); // expect: 1,2
  print(plain.target === Base); // expect: true
  const other = Reflect.construct(Base, { length: 1, 0: 'a' }, Other);
  print(other.target === Other); // expect: true
  print(other instanceof Other); // expect: true
  print(other instanceof Base); // expect: false
  print(other.list.join()); // expect: a
  const derived = Reflect.construct(Derived, [3], Other);
  print(derived.derived); // expect: true
  print(Object.getPrototypeOf(derived) === Other.prototype); // expect: true
  print(kind(() => Reflect.construct(Base, [], Math.abs))); // expect: TypeError
  print(kind(() => Reflect.construct(Base, [], () => {}))); // expect: TypeError
  print(kind(() => Reflect.construct(Base, [], undefined))); // expect: TypeError
  print(kind(() => Reflect.construct(Math.abs, []))); // expect: TypeError
  print(kind(() => Reflect.construct(Base))); // expect: TypeError
  print(kind(() => Reflect.construct(() => {}, [], Base))); // expect: TypeError
});
