// A static member can't be called `prototype`, even by a computed key.
import { outcome } from '../shared/outcome.mjs';
const print = vmImport(1);

function method(key) {
  return class {
    static [key]() {}
  };
}

function field(key) {
  return class {
    static [key] = 1;
  };
}

function accessor(key) {
  return class {
    static get [key]() {
      return 2;
    }
  };
}

function literal() {
  return class {
    static ['prototype']() {}
  };
}

const converted = { toString: () => 'prototype' };
const before = outcome(() => method('prototype'));

vmExport(1, () => {
  print(before); // expect: TypeError
  print(outcome(() => method('prototype'))); // expect: TypeError
  print(outcome(literal)); // expect: TypeError
  print(outcome(() => method(converted))); // expect: TypeError
  print(outcome(() => field('prototype'))); // expect: TypeError
  print(outcome(() => accessor('prototype'))); // expect: TypeError
  print(typeof method('other').other); // expect: function
  print(field('other').other); // expect: 1
  print(accessor('other').other); // expect: 2
  print(typeof method(5)[5]); // expect: function
  const symbol = Symbol();
  print(field(symbol)[symbol]); // expect: 1
  const made = class {};
  print(outcome(() => (made.prototype = {}))); // expect: TypeError
  print(outcome(() => delete made.prototype)); // expect: TypeError
});
