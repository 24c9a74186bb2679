// A namespace as an object: its keys, their attributes, and what no reflection changes.
import { nameOf } from '../../shared/name_of.mjs';
import * as ns from './lib';
import { inner } from './lib';
import * as empty from './empty';
const print = vmImport(1);
const held = { ns };

function attributes(object, key) {
  const it = Object.getOwnPropertyDescriptor(object, key);
  return `${it.value} ${it.writable} ${it.enumerable} ${it.configurable}`;
}

vmExport(1, () => {
  const { ns } = held;
  print(Object.keys(ns).join()); // expect: a,default,inner,z
  print(Reflect.ownKeys(ns).length + ' ' + (Reflect.ownKeys(ns)[4] === Symbol.toStringTag)); // expect: 5 true
  print(attributes(ns, 'a')); // expect: 1 true true false
  print(attributes(ns, Symbol.toStringTag)); // expect: Module false false false
  print(Object.prototype.toString.call(ns) + ns[Symbol.toStringTag]); // expect: [object Module]Module
  print(Object.getOwnPropertyDescriptor(ns, 'missing') === undefined); // expect: true
  const keys = [];
  for (const key in ns) keys.push(key);
  print(keys.join()); // expect: a,default,inner,z

  print(Reflect.set(ns, 'a', 1) + ' ' + Reflect.set(ns, 'new', 1) + ' ' + Reflect.set(ns, Symbol.toStringTag, 'x'));
  // expect: false false false
  print(Reflect.set({}, 'a', 2, ns)); // expect: false
  print(Reflect.deleteProperty(ns, 'a') + ' ' + Reflect.deleteProperty(ns, Symbol.toStringTag)); // expect: false false
  print(Reflect.deleteProperty(ns, 'missing') + ' ' + Reflect.deleteProperty(ns, Symbol.iterator)); // expect: true true
  print(nameOf(() => { delete ns.a; }) + ' ' + nameOf(() => { ns.a = 1; })); // expect: TypeError TypeError

  const define = (key, it) => Reflect.defineProperty(ns, key, it);
  print(define('a', {}) + ' ' + define('a', { value: 1 }) + ' ' + define('a', { value: 2 })); // expect: true true false
  print(define('a', { value: 1, writable: true, enumerable: true, configurable: false })); // expect: true
  print([{ writable: false }, { enumerable: false }, { configurable: true }, { get: print }].map((it) => define('a', it)).join());
  // expect: false,false,false,false
  print(define('new', { value: 1 }) + ' ' + define(Symbol.iterator, {})); // expect: false false
  print(define(Symbol.toStringTag, { value: 'Module', writable: false }) + ' ' + define(Symbol.toStringTag, { value: 1 }));
  // expect: true false
  print(nameOf(() => Object.defineProperty(ns, 'a', { value: 2 }))); // expect: TypeError

  print(Object.isExtensible(ns) + ' ' + Reflect.preventExtensions(ns) + ' ' + Object.isSealed(ns) + ' ' + Object.isFrozen(ns));
  // expect: false true true false
  print(Reflect.setPrototypeOf(ns, null) + ' ' + Reflect.setPrototypeOf(ns, {}) + ' ' + Reflect.getPrototypeOf(ns));
  // expect: true false null
  print(nameOf(() => Object.freeze(ns)) + ' ' + (Object.seal(ns) === ns)); // expect: TypeError true
  print(Object.isFrozen(empty) + ' ' + Object.prototype.toString.call(Object.freeze(empty))); // expect: true [object Module]
  print(Reflect.has(ns, 'a') + ' ' + (Symbol.toStringTag in ns) + ' ' + ('toString' in ns)); // expect: true true false
  print(Object.prototype.hasOwnProperty.call(ns, 'z') + ' ' + Object.entries(ns)[3].join()); // expect: true z,last
  print(inner.z + Object.prototype.toString.call(inner) + (inner.inner === inner)); // expect: last[object Module]true
  // Only a namespace is like that.
  const sealed = Object.seal(Object.defineProperty(Object.create(null), Symbol.toStringTag, { value: 'Module' }));
  print(Object.isFrozen(sealed) + ' ' + Reflect.set(Object.seal({ b: 1 }), 'b', 2)); // expect: true true
});
