// The iterators of arrays and of strings: what they inherit, and on what their `next` works.
import { nameOf } from '../shared/name_of.mjs';

const print = vmImport(1);

const early = [1, 2, 3].values();
early.next();

vmExport(1, () => {
  const list = ['a', 'b'];
  const prototype = Object.getPrototypeOf(list.values());
  print(Object.getPrototypeOf([].keys()) === prototype); // expect: true
  print(Object.getPrototypeOf(list.entries()) === prototype); // expect: true
  print(Object.getPrototypeOf(new Uint8Array(1).values()) === prototype); // expect: true
  print(Object.getPrototypeOf(early) === prototype); // expect: true
  print(Reflect.ownKeys(list.values()).length); // expect: 0
  print(Object.getOwnPropertyNames(prototype).join()); // expect: next
  print(prototype[Symbol.toStringTag]); // expect: Array Iterator
  print(`${list.values()}`); // expect: [object Array Iterator]
  const next = Object.getOwnPropertyDescriptor(prototype, 'next');
  print(`${next.writable} ${next.enumerable} ${next.configurable}`); // expect: true false true
  const tag = Object.getOwnPropertyDescriptor(prototype, Symbol.toStringTag);
  print(`${tag.writable} ${tag.enumerable} ${tag.configurable}`); // expect: false false true

  const strings = Object.getPrototypeOf('ab'[Symbol.iterator]());
  print(strings === prototype); // expect: false
  print(strings[Symbol.toStringTag]); // expect: String Iterator
  print(Object.getOwnPropertyNames(strings).join()); // expect: next
  print(Object.getPrototypeOf(strings) === Object.getPrototypeOf(prototype)); // expect: true

  print(nameOf(() => prototype.next())); // expect: TypeError
  print(nameOf(() => prototype.next.call({}))); // expect: TypeError
  print(nameOf(() => prototype.next.call('ab'[Symbol.iterator]()))); // expect: TypeError
  print(nameOf(() => strings.next.call(list.values()))); // expect: TypeError
  print(nameOf(() => prototype.next.call(undefined))); // expect: TypeError
  print(prototype.next.call(list.values()).value); // expect: a

  print([...early].join()); // expect: 2,3
  const values = list.values();
  print(`${values.next().value} ${values.next().value} ${values.next().done}`); // expect: a b true
  list.push('c');
  print(values.next().done); // expect: true
  print([...list.keys()].join()); // expect: 0,1,2
  print([...list.entries()].join(' ')); // expect: 0,a 1,b 2,c
  print([...'a😀b'].join()); // expect: a,😀,b
});
