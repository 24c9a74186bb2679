// What generator functions and generators inherit from (ECMAScript 27.3, 27.5).
const print = vmImport(1);
function* top() {}
const attributes = (it) => `${it.writable} ${it.enumerable} ${it.configurable}`;
const chain = (f) => {
  const inherited = Object.getPrototypeOf(f);
  return inherited === Object.getPrototypeOf(top) && Object.getPrototypeOf(inherited) === Function.prototype;
};
vmExport(1, () => {
  function* inner() {
    yield 1;
  }
  const methods = { *method() {} };
  print([top, inner, methods.method, function* () {}].every(chain)); // expect: true
  const inherited = Object.getPrototypeOf(inner);
  print(inherited[Symbol.toStringTag]); // expect: GeneratorFunction
  print(Object.prototype.toString.call(inner)); // expect: [object GeneratorFunction]
  print(Object.getPrototypeOf(inner.prototype) === inherited.prototype); // expect: true
  print(inherited.prototype.constructor === inherited); // expect: true
  print(attributes(Object.getOwnPropertyDescriptor(inherited, 'prototype'))); // expect: false false true
  print(attributes(Object.getOwnPropertyDescriptor(inherited, 'constructor'))); // expect: false false true
  print(attributes(Object.getOwnPropertyDescriptor(inherited, Symbol.toStringTag))); // expect: false false true
  print(attributes(Object.getOwnPropertyDescriptor(inherited.prototype, 'constructor'))); // expect: false false true
  print(attributes(Object.getOwnPropertyDescriptor(inner, 'prototype'))); // expect: true false false
  const GeneratorFunction = inherited.constructor;
  print(`${GeneratorFunction.name} ${GeneratorFunction.length}`); // expect: GeneratorFunction 1
  print(GeneratorFunction.prototype === inherited); // expect: true
  print(attributes(Object.getOwnPropertyDescriptor(GeneratorFunction, 'prototype'))); // expect: false false false
  print(Object.getPrototypeOf(GeneratorFunction) === Function); // expect: true
  print(inner instanceof GeneratorFunction); // expect: true
  print(inner() instanceof inner); // expect: true
  print(inner.call().next().value); // expect: 1
  print((() => 0) instanceof GeneratorFunction); // expect: false
});
