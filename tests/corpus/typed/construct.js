// The constructors of typed arrays.
import { nameOf } from '../shared/name_of.mjs';
const print = vmImport(1);
const types = [Int8Array, Uint8Array, Uint8ClampedArray, Int16Array, Uint16Array, Int32Array, Uint32Array, Float32Array, Float64Array];
const TypedArray = Object.getPrototypeOf(Int8Array);

vmExport(1, () => {
  print(types.map((type) => type.name + type.BYTES_PER_ELEMENT + type.length).join(' '));
  // expect: Int8Array13 Uint8Array13 Uint8ClampedArray13 Int16Array23 Uint16Array23 Int32Array43 Uint32Array43 Float32Array43 Float64Array83
  print(types.every((type) => Object.getPrototypeOf(type) === TypedArray)); // expect: true
  print(types.every((type) => Object.getPrototypeOf(type.prototype) === TypedArray.prototype)); // expect: true
  print(types.every((type) => type.prototype.constructor === type && type.prototype.BYTES_PER_ELEMENT === type.BYTES_PER_ELEMENT));
  // expect: true
  print(types.map((type) => Object.prototype.toString.call(new type())).join());
  // expect: [object Int8Array],[object Uint8Array],[object Uint8ClampedArray],[object Int16Array],[object Uint16Array],[object Int32Array],[object Uint32Array],[object Float32Array],[object Float64Array]
  const attributes = (object, key) => {
    const it = Object.getOwnPropertyDescriptor(object, key);
    return [it.writable, it.enumerable, it.configurable].join();
  };
  print(attributes(Int16Array, 'prototype') + ' ' + attributes(Int16Array, 'BYTES_PER_ELEMENT'));
  // expect: false,false,false false,false,false
  print(attributes(Uint8Array.prototype, 'BYTES_PER_ELEMENT') + ' ' + attributes(Uint16Array.prototype, 'BYTES_PER_ELEMENT'));
  // expect: false,false,false false,false,false
  print(TypedArray.name + TypedArray.length + nameOf(() => new TypedArray()) + nameOf(() => TypedArray()));
  // expect: TypedArray0TypeErrorTypeError
  print(types.map((type) => nameOf(() => type(1))).join());
  // expect: TypeError,TypeError,TypeError,TypeError,TypeError,TypeError,TypeError,TypeError,TypeError
});
