// Uint8Array (ECMAScript 23.2.5).

import { getPrototype, newBytes, setPrototype } from './native.js';
import { fix } from './provide.js';
import { construct } from './typed.js';
import { TypedArray } from './typed_array.js';

export function Uint8Array(source, byteOffset, length) {
  return construct(new.target, uint8, source, byteOffset, length);
}

export const uint8 = $scope(0, Uint8Array, 'Uint8Array');
setPrototype(Uint8Array, TypedArray);
export const prototype = fix({ constructor: Uint8Array }, { BYTES_PER_ELEMENT: 1 });
fix(Uint8Array, { BYTES_PER_ELEMENT: 1, prototype: getPrototype(newBytes(0)) });
