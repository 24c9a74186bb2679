// A bound function inherits from what its target inherits from (BoundFunctionCreate, ECMAScript 10.4.1.3).
const print = vmImport(1);
class Base {
  static who() {
    return 'base';
  }
}
class Derived extends Base {}
const early = Derived.bind(null);

vmExport(1, () => {
  const late = Derived.bind(null);
  print(Object.getPrototypeOf(early) === Base); // expect: true
  print(Object.getPrototypeOf(late) === Base); // expect: true
  print(early.who()); // expect: base
  print(late.who()); // expect: base
  print('who' in Base.bind(null)); // expect: false
  const plain = (() => {}).bind();
  print(Object.getPrototypeOf(plain) === Function.prototype); // expect: true
  const generator = function* () {};
  print(Object.getPrototypeOf(generator.bind()) === Object.getPrototypeOf(generator)); // expect: true
  const waits = async () => {};
  print(waits.bind() instanceof waits.constructor); // expect: true
  print(waits.bind().bind().constructor.name); // expect: AsyncFunction
});
