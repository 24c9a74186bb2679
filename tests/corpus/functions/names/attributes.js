// `name` and `length` are configurable, but neither writable nor enumerable, and come first.
import { outcome } from '../../shared/outcome.mjs';
const print = vmImport(1);

function show(object, key) {
  const it = Object.getOwnPropertyDescriptor(object, key);
  if (it === undefined) return 'none';
  return `${it.value} ${it.writable} ${it.enumerable} ${it.configurable}`;
}

function before(a, b) {}
before.extra = 1;
class Class {
  static method() {}
  static name() {}
}
class Heir extends Class {}
const made = () => function made(a) {};
const changed = () => {};
Object.defineProperty(changed, 'name', { value: 'new' });
const bare = x => x;
delete bare.name;
delete bare.length;

vmExport(1, () => {
  print(show(before, 'name')); // expect: before false false true
  print(show(before, 'length')); // expect: 2 false false true
  print(Object.getOwnPropertyNames(before).join()); // expect: length,name,prototype,extra
  print(Object.keys(before).join()); // expect: extra
  print(Object.getOwnPropertyNames(Class).join()); // expect: length,name,prototype,method
  print(typeof Class.name); // expect: function
  print(Heir.name); // expect: Heir
  print(show(Class, 'prototype').slice(-17)); // expect: false false false
  print(show(before, 'prototype').slice(-16)); // expect: true false false
  print(outcome(() => (before.name = 'other'))); // expect: TypeError
  print(outcome(() => (before.length = 5))); // expect: TypeError
  print(before.name + before.length); // expect: before2
  print(changed.name); // expect: new
  print(Object.hasOwn(bare, 'name')); // expect: false
  print(`[${bare.name}] ${bare.length}`); // expect: [] 0
  print(outcome(() => (bare.name = 'own'))); // expect: TypeError
  const late = made();
  print(show(late, 'name')); // expect: made false false true
  print(show(late, 'length')); // expect: 1 false false true
  print('name' in late); // expect: true
  print(outcome(() => (late.name = 'other'))); // expect: TypeError
  print(delete late.name); // expect: true
  print(Object.hasOwn(late, 'name')); // expect: false
  print(`[${late.name}]`); // expect: []
  Object.defineProperty(late, 'name', { value: 'defined', writable: true });
  late.name += '!';
  print(late.name); // expect: defined!
  print(Object.getOwnPropertyNames(late).join()); // expect: length,prototype,name
  let keys = '';
  for (const key in late) keys += key;
  print(keys.length); // expect: 0
  print(show(Object.getPrototypeOf(show), 'name')); // expect:  false false true
  print(show(Object.getPrototypeOf(show), 'length')); // expect: 0 false false true
});
