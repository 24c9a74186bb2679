// Object.create, getPrototypeOf and setPrototypeOf; isPrototypeOf.
import { kind } from '../../shared/kind.mjs';

const print = vmImport(1);

const base = { hello() { return `I am ${this.name}`; } };
const before = Object.create(base);
before.name = 'early';

vmExport(1, () => {
  print(before.hello()); // expect: I am early
  const late = Object.create(base);
  late.name = 'late';
  print(late.hello()); // expect: I am late
  print(Object.getPrototypeOf(late) === base); // expect: true
  print(Object.getPrototypeOf(before) === base); // expect: true
  print(Object.getPrototypeOf({}) === Object.prototype); // expect: true
  print(Object.getPrototypeOf([]) === Array.prototype); // expect: true
  print(Object.getPrototypeOf('') === String.prototype); // expect: true
  print(Object.getPrototypeOf(1) === Number.prototype); // expect: true
  print(Object.getPrototypeOf(false) === Boolean.prototype); // expect: true
  print(Object.getPrototypeOf(Object.create(null)) === null); // expect: true
  print(Object.getPrototypeOf(Object.prototype) === null); // expect: true
  print(base.isPrototypeOf(late)); // expect: true
  print(late.isPrototypeOf(base)); // expect: false
  print(Object.prototype.isPrototypeOf(late)); // expect: true
  print(base.isPrototypeOf(5)); // expect: false
  const other = { hello() { return 'other'; } };
  print(Object.setPrototypeOf(late, other) === late); // expect: true
  print(late.hello() + late.name); // expect: otherlate
  print(Object.keys(late).join()); // expect: name
  Object.setPrototypeOf(before, null);
  print('hello' in before); // expect: false
  print(Object.setPrototypeOf(5, null)); // expect: 5
  print(kind(() => Object.setPrototypeOf(other, late))); // expect: TypeError
  print(kind(() => Object.setPrototypeOf({}, 5))); // expect: TypeError
  print(kind(() => Object.setPrototypeOf(null, {}))); // expect: TypeError
  print(kind(() => Object.create())); // expect: TypeError
  print(kind(() => Object.create(1))); // expect: TypeError
  print(kind(() => Object.getPrototypeOf(null))); // expect: TypeError
  late.x = 1;
  print(late.x); // expect: 1
});
