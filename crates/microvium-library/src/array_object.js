// Array objects: arrays that are more than their elements (ECMAScript 10.4.2), as they have other properties, attributes,
// or another prototype. Such a one is an object with its elements as properties, and one that knows itself. What is
// added to it, and its length, the engine leaves to `assignArray`; of a mere array, all that makes it more.

import { attributes, become, close, define, hasOwn, isClosed } from './native.js';
import { listLength, requireLength, toKey } from './convert.js';
import { setArrayObjects } from './exotic.js';
import { freeze } from './integrity.js';
import { isIndex, ownKeys } from './keys.js';
import { createData, setFor } from './property.js';
import { toObject } from './wrapper.js';

// What a mere array has at most, in any width.
const MOST_ELEMENTS = 0x4000000;

// Makes an array an array object. It keeps its prototype if none is passed.
export function makeArrayObject(array, prototype) {
  // Here, not when the module is evaluated: see `wrapper.js`.
  setArrayObjects();
  const elements = become(array, prototype);
  const length = elements.length;
  array.$$array = array;
  // What iterates it by index, see `step`.
  array.$$done = false;
  setLength(array, length);
  for (let i = 0; i < length; i++) {
    if (hasOwn(elements, i)) define(array, i, elements[i], 0);
  }
  close(array, ARRAY);
  return array;
}

// A mere array has no room for private fields, which are added to a frozen one too.
export function makeRoom(array) {
  const isFrozen = isClosed(array);
  makeArrayObject(array);
  if (isFrozen) freeze(array);
}

// An assignment, or a definition, that the engine doesn't do.
export function assignArray(operation, array, key, value) {
  const name = toKey(key);
  if (operation === DEFINE) createData(array, name, value);
  else if (!setFor(array, array, name, value)) $fault('ReadonlyProperty');
  return array;
}

// Array.prototype.push (ECMAScript 23.1.3.23) of what is no mere array.
export function pushOther(...items) {
  const object = $isObject(this) ? this : toObject(this);
  const length = listLength(object);
  const sum = length + items.length;
  requireLength(sum);
  for (let i = 0; i < items.length; i++) object[length + i] = items[i];
  object.length = sum;
  return sum;
}

function setLength(array, length) {
  define(array, 'length', length, LENGTH | HIDDEN | FIXED);
}

// What arrays do besides what all objects do where a property is defined (ECMAScript 10.4.2.1): whether it could be, or
// undefined if the rest of it is as for all.
export function defineInArray(array, key, it) {
  if (key === 'length') return defineLength(array, it);
  const index = typeof key === 'string' && isIndex(key) ? +key : -1;
  if ($isArray(array)) {
    if (isClosed(array) || staysElement(array, index, it)) return undefined;
    makeArrayObject(array);
  }
  if (index < array.length) return undefined;
  if (isClosed(array) || (attributes(array, 'length') & READONLY) !== 0) return false;
  setLength(array, index + 1);
  return undefined;
}

// Whether the property of a mere array is still one of its elements then: so many there can be.
function staysElement(array, index, it) {
  if (index < 0 || index >= MOST_ELEMENTS || it.flags !== 0 || (it.given & (GETTER | SETTER)) !== 0) return false;
  const all = READONLY | HIDDEN | FIXED;
  return hasOwn(array, index) || (it.given & all) === all;
}

// ArraySetLength (ECMAScript 10.4.2.4).
function defineLength(array, it) {
  const given = it.given;
  const length = (given & VALUE) !== 0 ? toArrayLength(it.value) : array.length;
  const isFixed = $isArray(array) ? isClosed(array) : (attributes(array, 'length') & READONLY) !== 0;
  if ((given & (GETTER | SETTER)) !== 0 || (given & ~it.flags & (HIDDEN | FIXED)) !== 0) return false;
  const isWritable = (given & READONLY) === 0 || (it.flags & READONLY) === 0;
  if (isFixed) return length === array.length && ((given & READONLY) === 0 || !isWritable);
  if ($isArray(array)) {
    // A longer one has its elements as properties, so holes take no room.
    if (length <= MOST_ELEMENTS) {
      array.length = length;
      if (isWritable) return true;
    }
    makeArrayObject(array);
  }
  const left = truncate(array, length);
  if (isWritable) setLength(array, left);
  else define(array, 'length', left, READONLY | HIDDEN | FIXED);
  return left === length;
}

function toArrayLength(value) {
  const length = value >>> 0;
  if (+value !== length) $fault('RangeError'); //: a length is an integer from 0 to 4294967295
  return length;
}

// Deletes the elements from an index on, from the last one down to one that can't be. Gives the length that is left.
function truncate(array, length) {
  const old = array.length;
  if (length >= old) return length;
  const keys = old - length > 1 ? ownKeys(array) : [`${length}`];
  for (let i = keys.length - 1; i >= 0; i--) {
    const index = isIndex(keys[i]) ? +keys[i] : length;
    if (index < length) break;
    if (!isIndex(keys[i]) || !hasOwn(array, index)) continue;
    if ((attributes(array, index) & FIXED) !== 0) return index + 1;
    delete array[index];
  }
  return length;
}
