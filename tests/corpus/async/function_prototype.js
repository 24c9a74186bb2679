// Async functions inherit from an object of their own (ECMAScript 27.7).
const print = vmImport(1);
const AsyncFunction = (async () => {}).constructor;
async function declared() {}
const kept = { async method() {} };
const show = Object.prototype.toString;

function attributes(object, key) {
  const { writable, enumerable, configurable } = Object.getOwnPropertyDescriptor(object, key);
  return `${key.toString()} ${writable} ${enumerable} ${configurable}`;
}

vmExport(1, () => {
  const made = async () => {};
  const { prototype } = AsyncFunction;
  print(show.call(declared)); // expect: [object AsyncFunction]
  print(show.call(made)); // expect: [object AsyncFunction]
  print(kept.method.constructor === AsyncFunction); // expect: true
  print(made.constructor === AsyncFunction); // expect: true
  print(made instanceof AsyncFunction); // expect: true
  print(declared instanceof Function); // expect: true
  print((() => {}) instanceof AsyncFunction); // expect: false
  print(Object.getPrototypeOf(made) === prototype); // expect: true
  print(Object.getPrototypeOf(prototype) === Function.prototype); // expect: true
  print(Object.getPrototypeOf(AsyncFunction) === Function); // expect: true
  print(`${AsyncFunction.name} ${AsyncFunction.length}`); // expect: AsyncFunction 1
  print(attributes(AsyncFunction, 'prototype')); // expect: prototype false false false
  print(attributes(prototype, 'constructor')); // expect: constructor false false true
  print(attributes(prototype, Symbol.toStringTag)); // expect: Symbol(Symbol.toStringTag) false false true
  print('prototype' in made); // expect: false
  print(`${made.name} ${made.length}`); // expect: made 0
  class Own {
    async method(a) {}
    static async [`of${1}`]() {}
  }
  print(Own.of1.constructor.name); // expect: AsyncFunction
  print(`${new Own().method.constructor.name} ${Own.of1.name}`); // expect: AsyncFunction of1
});
