// Uint8Array (ECMAScript 23.2), each over memory of its own.

import { getPrototype, newBytes } from './native.js';
import { bytesOf } from './bytes.js';
import { isIterable } from './iterate.js';
import { fix, provide } from './provide.js';
import { isObject, requireFunction, toInteger, toLength } from './convert.js';

export function Uint8Array(source) {
  // Nor is there a way to make instances of a class that extends it.
  if (this === undefined || getPrototype(this) !== Uint8Array.prototype) $fault('TypeError');
  return isObject(source) ? bytesOf(source) : newBytes(toInteger(source));
}

provide(Uint8Array, {
  from(items, callback, thisArg) {
    if (items === undefined || items === null) $fault('TypeError');
    if (callback !== undefined) requireFunction(callback);
    const list = !$isArray(items) && isIterable(items) ? [...items] : items;
    const length = toLength(list.length);
    const bytes = newBytes(length);
    for (let i = 0; i < length; i++) {
      bytes[i] = callback === undefined ? list[i] : $call(callback, thisArg, list[i], i);
    }
    return bytes;
  },

  of(...items) {
    return bytesOf(items);
  },
});

fix(Uint8Array, { BYTES_PER_ELEMENT: 1, prototype: getPrototype(newBytes(0)) });
export const prototype = { constructor: Uint8Array };
