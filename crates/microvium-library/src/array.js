// Array (ECMAScript 23.1).

import { getPrototype } from './native.js';
import { requireFunction, toLength } from './convert.js';

export function Array(...items) {
  // The engine has no arrays of other prototypes.
  if (new.target !== undefined && new.target !== Array) $fault('NotImplemented');
  if (items.length !== 1 || typeof items[0] !== 'number') return items;
  const list = [];
  list.length = items[0];
  return list;
}

Array.isArray = {
  isArray(value) {
    return $isArray(value);
  },
}.isArray;

Array.from = {
  from(items, callback, thisArg) {
    if (items === undefined || items === null) $fault('TypeError');
    if (callback !== undefined) requireFunction(callback);
    const length = toLength(items.length);
    const list = [];
    for (let i = 0; i < length; i++) {
      list[i] = callback === undefined ? items[i] : $call(callback, thisArg, items[i], i);
    }
    return list;
  },
}.from;

Array.of = {
  of(...items) {
    return items;
  },
}.of;

Array.prototype = getPrototype([]);
export const prototype = { constructor: Array };
