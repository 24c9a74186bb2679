// What array methods make where that may be something else than mere arrays (ECMAScript 10.4.2.2): where there are array
// objects, or the `constructor` of `Array.prototype` or the species of `Array` is changed.

import { isConstructor, symbolSpecies } from './native.js';
import { has, listLength } from './convert.js';
import { isArrayObject } from './exotic.js';
import { createElement } from './property.js';

function isArray(value) {
  return $isArray(value) || (isArrayObject && isArrayObject(value));
}

// ArraySpeciesCreate.
export function createLike(original, length) {
  let constructor;
  if (isArray(original)) {
    constructor = original.constructor;
    if ($isObject(constructor)) constructor = constructor[symbolSpecies] ?? undefined;
  }
  if (constructor === undefined) {
    const list = [];
    list.length = length;
    return list;
  }
  if (!isConstructor(constructor)) $fault('TypeError');
  return new constructor(length);
}

// FlattenIntoArray (ECMAScript 23.1.3.13.1), from an index on; gives the next one. `map` makes an element of another one.
export function flattenInto(target, source, length, start, depth, map) {
  let index = start;
  for (let i = 0; i < length; i++) {
    if (!has(source, i)) continue;
    const element = map === undefined ? source[i] : map(source[i], i);
    if (depth > 0 && isArray(element)) {
      index = flattenInto(target, element, listLength(element), index, depth - 1, undefined);
    } else {
      createElement(target, index++, element);
    }
  }
  return index;
}
