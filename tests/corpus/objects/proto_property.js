// `__proto__` as a property: an accessor that objects inherit from Object.prototype.
import { nameOf } from '../shared/name_of.mjs';

const print = vmImport(1);
const base = { x: 1, hello() { return 'hello ' + this.x; } };
const early = { __proto__: base, y: 2 };
const late = {};
late.__proto__ = early;
class A {}
class B extends A {}
const bare = Object.create(null);

vmExport(1, () => {
  print(early.__proto__ === base && late.__proto__ === early); // expect: true
  print(`${late.x} ${late.y} ${late.hello()}`); // expect: 1 2 hello 1
  print(Object.keys(late).length + Object.keys(base.__proto__).length); // expect: 0
  print({}.__proto__ === Object.prototype && Object.prototype.__proto__ === null); // expect: true
  print(B.__proto__ === A && new B().__proto__ === B.prototype); // expect: true
  print([].__proto__ === Array.prototype && 'x'.__proto__ === String.prototype); // expect: true
  const object = { own: 1 };
  object.__proto__ = base;
  print(`${object.hello()} ${object.own}`); // expect: hello 1 1
  object.__proto__ = 5;
  print(object.x); // expect: 1
  print(nameOf(() => { base.__proto__ = object; })); // expect: TypeError
  object.__proto__ = null;
  print(`${object.x} ${object.__proto__}`); // expect: undefined undefined
  object.__proto__ = base;
  print(`${Object.keys(object).join()} ${object.x}`); // expect: own,__proto__ undefined
  bare.__proto__ = 7;
  print(bare.__proto__ + Object.keys(bare).join()); // expect: 7__proto__
  print('__proto__' in {} && !('__proto__' in Object.create(null))); // expect: true
  print(nameOf(() => undefined.__proto__)); // expect: TypeError
  const { __proto__: taken } = early;
  print(taken === base); // expect: true
});
