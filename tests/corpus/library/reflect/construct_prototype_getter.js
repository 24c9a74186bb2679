// A getter for `prototype` of a `new.target` is called once, when the instance of the library's constructor is made, behind
// what is looked at before that (GetPrototypeFromConstructor, ECMAScript 10.1.14).
import { kind } from '../../shared/kind.mjs';

const print = vmImport(1);

function targetWith(get) {
  return Object.defineProperty(function () {}.bind(), 'prototype', { get });
}
class Plain {}

vmExport(1, () => {
  const prototype = { isOwn: true };
  let log = '';
  const target = targetWith(() => {
    log += 'p';
    return prototype;
  });
  for (const [constructor, list] of [
    [Map, []],
    [Set, []],
    [WeakMap, []],
    [WeakRef, [{}]],
    [Promise, [() => {}]],
    [Error, ['text']],
    [AggregateError, [[]]],
    [String, ['text']],
    [Number, [1]],
    [Boolean, [true]],
    [ArrayBuffer, [1]],
    [DataView, [new ArrayBuffer(1)]],
    [Uint8Array, [1]],
  ]) {
    if (!Reflect.construct(constructor, list, target).isOwn) print(constructor.name);
  }
  print(log); // expect: ppppppppppppp

  const none = targetWith(() => null);
  print(Object.getPrototypeOf(Reflect.construct(Map, [], none)) === Map.prototype); // expect: true
  const throwing = targetWith(() => {
    throw new RangeError();
  });
  print(kind(() => Reflect.construct(Promise, [() => print('called')], throwing))); // expect: RangeError
  print(kind(() => Reflect.construct(Promise, [1], throwing))); // expect: TypeError

  // Lengths and places are looked at first, the bytes are made or asked for after it.
  print(kind(() => Reflect.construct(ArrayBuffer, [7 * 2 ** 50], throwing))); // expect: RangeError
  const syntax = targetWith(() => {
    throw new SyntaxError();
  });
  print(kind(() => Reflect.construct(ArrayBuffer, [7 * 2 ** 50], syntax))); // expect: SyntaxError
  print(kind(() => Reflect.construct(ArrayBuffer, [0, { maxByteLength: 7 * 2 ** 50 }], syntax))); // expect: SyntaxError
  print(kind(() => Reflect.construct(ArrayBuffer, [-1], syntax))); // expect: RangeError
  print(kind(() => Reflect.construct(DataView, [new ArrayBuffer(1), 0, 2], syntax))); // expect: RangeError
  print(kind(() => Reflect.construct(DataView, [new ArrayBuffer(1), 0, 1], syntax))); // expect: SyntaxError
  const buffer = new ArrayBuffer(8, { maxByteLength: 8 });
  const shrinking = targetWith(() => {
    buffer.resize(2);
    return null;
  });
  print(kind(() => Reflect.construct(DataView, [buffer, 3], shrinking))); // expect: RangeError
  buffer.resize(8);
  print(Reflect.construct(DataView, [buffer, 1], shrinking).byteLength); // expect: 1

  // No cell of the engine's comes out where the constructor is a script's.
  const made = Reflect.construct(Plain, [], target);
  print(Object.getPrototypeOf(made) === Object.prototype || made.isOwn); // expect: true
});
