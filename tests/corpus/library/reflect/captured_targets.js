// What inherits from the `prototype` of a function that was there before the snapshot, whatever it is: no object, a getter,
// inherited, or not there at all.
const print = vmImport(1);

const own = { isOwn: true };
function Null() {}
Null.prototype = null;
function Text() {}
Text.prototype = 'text';
function Symbolic() {}
Symbolic.prototype = Symbol.iterator;
const getter = Object.defineProperty(function () {}.bind(), 'prototype', { get: () => own });
const setter = Object.defineProperty(function () {}.bind(), 'prototype', { set() {} });
const bare = function () {}.bind();
class Base {
  name() {
    return 'Base';
  }
}
class Derived extends Base {}
const inheriting = Derived.bind();
class Plain {}

vmExport(1, () => {
  for (const constructor of [Null, Text, Symbolic]) {
    const made = new constructor();
    print(`${typeof made.hasOwnProperty} ${Object.getPrototypeOf(made) === Object.prototype}`);
  }
});
// call: 1
// expect: function true
// expect: function true
// expect: function true

vmExport(2, () => print(Reflect.construct(Map, [], getter).isOwn));
// call: 2
// expect: true

vmExport(3, () => {
  for (const target of [Null, Text, setter, bare]) {
    print(`${Reflect.construct(Map, [], target) instanceof Map} ${Reflect.construct(Error, [], target) instanceof Error}`);
  }
});
// call: 3
// expect: true true
// expect: true true
// expect: true true
// expect: true true

vmExport(4, () => print(Reflect.construct(Plain, [], inheriting).name()));
// call: 4
// expect: Base

vmExport(5, () => {
  for (const target of [Null, Symbolic, setter, bare]) {
    print(Object.getPrototypeOf(Reflect.construct(Plain, [], target)) === Object.prototype);
  }
});
// call: 5
// expect: true
// expect: true
// expect: true
// expect: true

vmExport(6, () => print(Reflect.construct(Object, [], getter).isOwn));
// call: 6
// expect: true
