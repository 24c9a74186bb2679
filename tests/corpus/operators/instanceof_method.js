// `instanceof` asks the right side's Symbol.hasInstance (ECMAScript 13.10.2), which all functions inherit.
const print = vmImport(1);
const name = (body) => {
  try {
    return body();
  } catch (error) {
    return error.name || error;
  }
};
class Even {
  static [Symbol.hasInstance](value) {
    return value % 2 === 0 ? 'yes' : 0;
  }
}
const plain = {
  [Symbol.hasInstance](value) {
    return this === plain && value === 1;
  },
};
function Made() {}
class Kept {}
const before = [4 instanceof Even, 5 instanceof Even, 1 instanceof plain, new Kept() instanceof Kept];
const attributes = (it) => `${it.writable} ${it.enumerable} ${it.configurable}`;
vmExport(1, () => {
  print(before.join()); // expect: true,false,true,true
  print([4 instanceof Even, 5 instanceof Even].join()); // expect: true,false
  print([1 instanceof plain, 2 instanceof plain].join()); // expect: true,false
  print([new Made() instanceof Made, {} instanceof Made, 1 instanceof Made].join()); // expect: true,false,false
  print(!(4 instanceof Even) || (3 instanceof Even ? 'odd' : 'even')); // expect: even
  print(name(() => 1 instanceof {})); // expect: TypeError
  print(name(() => 1 instanceof 1)); // expect: TypeError
  print(name(() => ({}) instanceof (() => 0))); // expect: TypeError
  print(1 instanceof (() => 0)); // expect: false
  const wrong = { [Symbol.hasInstance]: 1 };
  print(name(() => 1 instanceof wrong)); // expect: TypeError
  const none = function () {};
  Object.defineProperty(none, Symbol.hasInstance, { value: undefined });
  print(new none() instanceof none); // expect: true
  const thrower = {
    get [Symbol.hasInstance]() {
      throw 'thrown';
    },
  };
  print(name(() => 1 instanceof thrower)); // expect: thrown

  const inherited = Function.prototype[Symbol.hasInstance];
  print(inherited.call(Made, new Made())); // expect: true
  print(inherited.call({}, {})); // expect: false
  print(inherited.call(Made, 1)); // expect: false
  print(`${inherited.name} ${inherited.length}`); // expect: [Symbol.hasInstance] 1
  print(attributes(Object.getOwnPropertyDescriptor(Function.prototype, Symbol.hasInstance))); // expect: false false false
  print(name(() => (Made[Symbol.hasInstance] = 1))); // expect: TypeError
  print(attributes(Object.getOwnPropertyDescriptor(Symbol, 'hasInstance'))); // expect: false false false
});
