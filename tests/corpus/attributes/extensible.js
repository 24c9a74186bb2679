// Objects that are sealed, or only closed to new properties; functions and classes too.
const print = vmImport(1);

function kind(f) {
  try {
    const result = f();
    return result === undefined ? 'nothing' : result;
  } catch (error) {
    return error.name;
  }
}

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
    print(kind(() => (it.c = 1))); // expect: TypeError
    print(kind(() => delete it.a)); // expect: TypeError
    print(kind(() => Object.defineProperty(it, 'a', { get: () => 1 }))); // expect: TypeError
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
    print(kind(() => (it.b = 1))); // expect: TypeError
    print(kind(() => Object.setPrototypeOf(it, null))); // expect: TypeError
    Object.defineProperty(it, 'a', { get: () => 9 });
    print(it.a); // expect: 9
    print(kind(() => Object.assign(it, { z: 1 }))); // expect: TypeError
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
  print(kind(() => (open.b = 1))); // expect: TypeError
  print(Reflect.isExtensible(open)); // expect: false
  const other = {};
  print(Reflect.preventExtensions(other) && Reflect.isExtensible(other)); // expect: false
  print(kind(() => Reflect.isExtensible(1))); // expect: TypeError
  print(kind(() => Reflect.preventExtensions(1))); // expect: TypeError

  print(levels(Fixed)); // expect: false true true
  print(levels(Growing)); // expect: true false false
  print(kind(() => (Fixed.limit = 6))); // expect: TypeError
  print(kind(() => (Fixed.more = 6))); // expect: TypeError
  print(kind(() => (Growing.limit = 6))); // expect: TypeError
  print(kind(() => (Fixed.prototype.method = 1))); // expect: TypeError
  Growing.more = 1;
  const it = Growing.of();
  it.own = 2;
  print(it.method() + it.own + Growing.limit); // expect: method25
  print(kind(() => (it.method = 1))); // expect: TypeError

  const f = Object.freeze(function () {});
  print(kind(() => (f.x = 1))); // expect: TypeError
  print(kind(() => (f.prototype = 1))); // expect: TypeError
  print(new f() instanceof f); // expect: true
  const arrow = Object.seal(() => 1);
  print(kind(() => (arrow.x = 1))); // expect: TypeError
  print(levels(arrow).slice(0, 10)); // expect: false true
  print(arrow()); // expect: 1
  // Symbols are keys like others.
  const key = Symbol('key');
  const keyed = Object.freeze({ [key]: 1 });
  print(kind(() => (keyed[key] = 2))); // expect: TypeError
  print(kind(() => (keyed[Symbol()] = 2))); // expect: TypeError
  print(`${keyed[key]} ${Object.isFrozen(keyed)}`); // expect: 1 true
  // A field of a closed object can't be added.
  class Field extends function (object) { return object; } {
    field = 1;
  }
  print(new Field({}).field); // expect: 1
  print(kind(() => new Field(Object.freeze({})))); // expect: TypeError
  // Closed ones live through collections.
  const list = [];
  for (let i = 0; i < 20; i++) list.push(Object.freeze({ i, text: `${i}` }));
  let wrong = 0;
  for (const it of list) if (kind(() => (it.i = 1)) !== 'TypeError' || kind(() => (it.n = 1)) !== 'TypeError') wrong++;
  print(`${wrong} ${list[19].text}`); // expect: 0 19
});
