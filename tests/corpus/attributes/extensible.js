// Objects that are sealed, or only closed to new properties; functions and classes too.
import { outcome } from '../shared/outcome.mjs';

const print = vmImport(1);

function levels(object) {
  return `${Object.isExtensible(object)} ${Object.isSealed(object)} ${Object.isFrozen(object)}`;
}

const sealed = Object.seal({ a: 1, b: 2 });
const closed = Object.preventExtensions({ a: 1, b: 2 });
const open = { a: 1 };
const empty = Object.preventExtensions({});
class Fixed {
  static limit = 5;
  static of() {
    return new this();
  }
  method() {
    return 'method';
  }
}
Object.freeze(Fixed);
Object.freeze(Fixed.prototype);
class Growing extends Fixed {}

vmExport(1, () => {
  print(levels(sealed)); // expect: false true false
  print(levels(closed)); // expect: false false false
  print(levels(open)); // expect: true false false
  print(levels(empty)); // expect: false true true
  for (const it of [sealed, Object.seal({ a: 1, b: 2 })]) {
    it.a = 7;
    print(it.a); // expect: 7
    print(outcome(() => (it.c = 1))); // expect: TypeError
    print(outcome(() => delete it.a)); // expect: TypeError
    print(outcome(() => Object.defineProperty(it, 'a', { get: () => 1 }))); // expect: TypeError
    Object.defineProperty(it, 'a', { writable: false });
    Object.defineProperty(it, 'b', { writable: false });
    print(levels(it)); // expect: false true true
  }
  // expect: 7
  // expect: TypeError
  // expect: TypeError
  // expect: TypeError
  // expect: false true true
  for (const it of [closed, Object.preventExtensions({ a: 1, b: 2 })]) {
    it.a = 8;
    print(delete it.b); // expect: true
    print(outcome(() => (it.b = 1))); // expect: TypeError
    print(outcome(() => Object.setPrototypeOf(it, null))); // expect: TypeError
    Object.defineProperty(it, 'a', { get: () => 9 });
    print(it.a); // expect: 9
    print(outcome(() => Object.assign(it, { z: 1 }))); // expect: TypeError
    print(Object.keys(it).join()); // expect: a
    Object.freeze(it);
    print(levels(it)); // expect: false true true
  }
  // expect: true
  // expect: TypeError
  // expect: TypeError
  // expect: 9
  // expect: TypeError
  // expect: a
  // expect: false true true
  Object.preventExtensions(open);
  print(levels(open)); // expect: false false false
  print(outcome(() => (open.b = 1))); // expect: TypeError
  print(Reflect.isExtensible(open)); // expect: false
  const other = {};
  print(Reflect.preventExtensions(other) && Reflect.isExtensible(other)); // expect: false
  print(outcome(() => Reflect.isExtensible(1))); // expect: TypeError
  print(outcome(() => Reflect.preventExtensions(1))); // expect: TypeError

  print(levels(Fixed)); // expect: false true true
  print(levels(Growing)); // expect: true false false
  print(outcome(() => (Fixed.limit = 6))); // expect: TypeError
  print(outcome(() => (Fixed.more = 6))); // expect: TypeError
  print(outcome(() => (Growing.limit = 6))); // expect: TypeError
  print(outcome(() => (Fixed.prototype.method = 1))); // expect: TypeError
  Growing.more = 1;
  const it = Growing.of();
  it.own = 2;
  print(it.method() + it.own + Growing.limit); // expect: method25
  print(outcome(() => (it.method = 1))); // expect: TypeError

  const f = Object.freeze(function () {});
  print(outcome(() => (f.x = 1))); // expect: TypeError
  print(outcome(() => (f.prototype = 1))); // expect: TypeError
  print(new f() instanceof f); // expect: true
  const arrow = Object.seal(() => 1);
  print(outcome(() => (arrow.x = 1))); // expect: TypeError
  print(levels(arrow).slice(0, 10)); // expect: false true
  print(arrow()); // expect: 1
  // Symbols are keys like others.
  const key = Symbol('key');
  const keyed = Object.freeze({ [key]: 1 });
  print(outcome(() => (keyed[key] = 2))); // expect: TypeError
  print(outcome(() => (keyed[Symbol()] = 2))); // expect: TypeError
  print(`${keyed[key]} ${Object.isFrozen(keyed)}`); // expect: 1 true
  // A field of a closed object can't be added.
  class Field extends function (object) { return object; } {
    field = 1;
  }
  print(new Field({}).field); // expect: 1
  print(outcome(() => new Field(Object.freeze({})))); // expect: TypeError
  // Closed ones live through collections.
  const list = [];
  for (let i = 0; i < 20; i++) list.push(Object.freeze({ i, text: `${i}` }));
  let wrong = 0;
  for (const it of list) if (outcome(() => (it.i = 1)) !== 'TypeError' || outcome(() => (it.n = 1)) !== 'TypeError') wrong++;
  print(`${wrong} ${list[19].text}`); // expect: 0 19
});
