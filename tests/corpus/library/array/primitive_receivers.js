// Methods of arrays on primitives: what is changed, and given back, is an object around one (ToObject, ECMAScript 7.1.18).
import { kind } from '../../shared/kind.mjs';

const print = vmImport(1);
const methods = Array.prototype;

function inherit(prototype, f) {
  prototype[0] = 2;
  prototype[1] = 1;
  prototype.length = 2;
  try {
    return f();
  } finally {
    delete prototype[0];
    delete prototype[1];
    delete prototype.length;
  }
}

vmExport(1, () => {
  // What has no length.
  for (const value of [true, 5, Symbol.iterator]) {
    const is = (made) => typeof made === 'object' && made.valueOf() === value;
    print([
      is(methods.fill.call(value, 1)),
      is(methods.reverse.call(value)),
      is(methods.sort.call(value)),
      is(methods.copyWithin.call(value, 0, 1)),
      methods.pop.call(value) === undefined,
      methods.shift.call(value) === undefined,
      methods.unshift.call(value),
      methods.unshift.call(value, 1, 2),
      methods.splice.call(value, 0, 1).length,
    ].join());
  }
  // expect: true,true,true,true,true,true,0,2,0
  // expect: true,true,true,true,true,true,0,2,0
  // expect: true,true,true,true,true,true,0,2,0

  // What inherits elements and a length.
  print(inherit(Boolean.prototype, () => {
    const { sort, reverse, fill, copyWithin } = methods;
    const all = [sort.call(true), reverse.call(true), fill.call(true, 3, 1), copyWithin.call(true, 0, 1)];
    return all.map((it) => `${Object.keys(it).join('')}:${it[0]}${it[1]}`).join();
  })); // expect: 01:12,01:12,1:23,0:11
  print(inherit(Number.prototype, () => {
    return [methods.pop.call(5), methods.shift.call(5), methods.unshift.call(5, 0), methods.splice.call(5, 0, 1)[0]].join();
  })); // expect: 1,2,3,2
  print(inherit(Boolean.prototype, () => {
    return [methods.indexOf.call(true, 1), methods.lastIndexOf.call(true, 2), methods.slice.call(true, 0).join('')].join();
  })); // expect: 1,0,21

  // An object around a text keeps its letters.
  const text = methods.fill.call('abc', 1, 3);
  print(typeof text + text); // expect: objectabc
  for (const name of ['fill', 'reverse', 'sort', 'pop', 'shift', 'unshift', 'splice']) {
    print(kind(() => methods[name].call('ab', 0, 1)));
  }
  // expect: TypeError
  // expect: TypeError
  // expect: TypeError
  // expect: TypeError
  // expect: TypeError
  // expect: TypeError
  // expect: TypeError
});
