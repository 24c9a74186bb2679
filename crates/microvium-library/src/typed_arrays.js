// The constructors of typed arrays besides Uint8Array (ECMAScript 23.2.5).

import { getPrototype, newBytes, setPrototype } from './native.js';
import { fix, provide } from './provide.js';
import { construct } from './typed.js';
import { TypedArray } from './typed_array.js';

const typedPrototype = getPrototype(getPrototype(newBytes(0)));

function finish(constructor, size) {
  setPrototype(constructor, TypedArray);
  const prototype = setPrototype(provide({}, { constructor }), typedPrototype);
  fix(prototype, { BYTES_PER_ELEMENT: size });
  fix(constructor, { BYTES_PER_ELEMENT: size, prototype });
}

export function Float32Array(source, byteOffset, length) {
  return construct(new.target, float32, source, byteOffset, length);
}

const float32 = $scope(12, Float32Array, 'Float32Array');
finish(Float32Array, 4);

export function Float64Array(source, byteOffset, length) {
  return construct(new.target, float64, source, byteOffset, length);
}

const float64 = $scope(6, Float64Array, 'Float64Array');
finish(Float64Array, 8);

export function Int16Array(source, byteOffset, length) {
  return construct(new.target, int16, source, byteOffset, length);
}

const int16 = $scope(3, Int16Array, 'Int16Array');
finish(Int16Array, 2);

export function Int32Array(source, byteOffset, length) {
  return construct(new.target, int32, source, byteOffset, length);
}

const int32 = $scope(4, Int32Array, 'Int32Array');
finish(Int32Array, 4);

export function Int8Array(source, byteOffset, length) {
  return construct(new.target, int8, source, byteOffset, length);
}

const int8 = $scope(1, Int8Array, 'Int8Array');
finish(Int8Array, 1);

export function Uint16Array(source, byteOffset, length) {
  return construct(new.target, uint16, source, byteOffset, length);
}

const uint16 = $scope(2, Uint16Array, 'Uint16Array');
finish(Uint16Array, 2);

export function Uint32Array(source, byteOffset, length) {
  return construct(new.target, uint32, source, byteOffset, length);
}

const uint32 = $scope(5, Uint32Array, 'Uint32Array');
finish(Uint32Array, 4);

export function Uint8ClampedArray(source, byteOffset, length) {
  return construct(new.target, uint8Clamped, source, byteOffset, length);
}

const uint8Clamped = $scope(8, Uint8ClampedArray, 'Uint8ClampedArray');
finish(Uint8ClampedArray, 1);
