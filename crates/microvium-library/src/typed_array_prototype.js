// %TypedArray%.prototype (ECMAScript 23.2.3).

import {
  defineAccessor,
  isConstructor,
  newTyped,
  symbolIterator,
  symbolToStringTag,
  typedField,
  typedLength,
  typedType,
} from './native.js';
import { prototype as list } from './array_prototype.js';
import { bufferOf } from './array_buffer.js';
import { relative, relativeEnd, requireFunction, toInteger, toLength } from './convert.js';
import { nameFunction } from './function.js';
import { ArrayIterator, element } from './iterators.js';
import { sortList } from './sort.js';
import { species } from './species.js';
import { create, createAlike, sharedBlock, sizeOf, typeOf, validate } from './typed.js';

// The fields that `typedField` is asked for.
const OFFSET = 3;
const LENGTH = 4;

// TypedArraySpeciesCreate, with a length.
function createSpecies(view, length) {
  return create(species(view, $field(typeOf(view), 1)), length);
}

// The first element for which the callback says yes, from the start or from the end: its index, or itself.
function search(view, callback, thisArg, step, wantsIndex) {
  const length = validate(view);
  requireFunction(callback); //: the callback is not a function
  for (let i = step > 0 ? 0 : length - 1; i >= 0 && i < length; i += step) {
    const element = view[i];
    if ($call(callback, thisArg, element, i, view)) return wantsIndex ? i : element;
  }
  return wantsIndex ? -1 : undefined;
}

// reduce and reduceRight; `initial` holds the initial value, if there is one.
function fold(view, callback, initial, step) {
  const length = validate(view);
  requireFunction(callback); //: the callback is not a function
  let i = step > 0 ? 0 : length - 1;
  let result;
  if (initial.length > 0) {
    result = initial[0];
  } else {
    if (length === 0) $fault('TypeError'); //: the array has no element to begin with, and there is no initial value
    result = view[i];
    i += step;
  }
  for (; i >= 0 && i < length; i += step) result = callback(result, view[i], i, view);
  return result;
}

// Numbers in ascending order, -0 before 0 and NaN last.
function byValue(a, b) {
  if (a !== a || b !== b) return a === a ? -1 : b === b ? 1 : 0;
  if (a === b) return a === 0 && 1 / a < 1 / b ? -1 : 0;
  return a < b ? -1 : 1;
}

function byNumber(a, b) {
  return a < b ? -1 : a > b ? 1 : 0;
}

// Writes the sorted elements of a typed array into another one, or the same.
function sort(source, length, comparator, target) {
  const list = [];
  for (let i = 0; i < length; i++) list[i] = source[i];
  let compare = comparator;
  if (compare === undefined) compare = isFloat(source) ? byValue : byNumber;
  const sorted = sortList(list, compare);
  for (let i = 0; i < length; i++) target[i] = +sorted[i];
  return target;
}

function isFloat(view) {
  const code = $field(typeOf(view), 0);
  return code === 12 || code === 6;
}

// Whether two typed arrays may have the same bytes.
function overlap(a, b) {
  if (a === b) return true;
  return !$isBytes(a) && !$isBytes(b) && sharedBlock(a) === sharedBlock(b);
}

function requireTyped(value) {
  const length = typedLength(value);
  if (length === undefined) $fault('TypeError'); //: `this` is no typed array
  return length;
}

function textOf(view, between, toText) {
  const length = validate(view);
  const separator = between === undefined ? ',' : `${between}`;
  let text = '';
  for (let i = 0; i < length; i++) {
    if (i > 0) text += separator;
    const number = view[i];
    if (number !== undefined) text += `${toText(number)}`;
  }
  return text;
}

export const prototype = {
  at(index) {
    const length = validate(this);
    const position = toInteger(index);
    const i = position < 0 ? position + length : position;
    return i < 0 || i >= length ? undefined : this[i];
  },

  copyWithin(target, start, end) {
    const length = validate(this);
    const to = relative(target, length);
    const from = relative(start, length);
    const last = relativeEnd(end, length);
    const count = last - from < length - to ? last - from : length - to;
    if (count <= 0) return this;
    const left = validate(this);
    const list = [];
    for (let i = 0; i < count && from + i < left; i++) list[i] = this[from + i];
    for (let i = 0; i < list.length && to + i < left; i++) this[to + i] = +list[i];
    return this;
  },

  entries() {
    validate(this);
    return new ArrayIterator(this, (list, index) => [index, list[index]]);
  },

  every(callback, thisArg) {
    const length = validate(this);
    requireFunction(callback); //: the callback is not a function
    for (let i = 0; i < length; i++) {
      if (!$call(callback, thisArg, this[i], i, this)) return false;
    }
    return true;
  },

  fill(value, start, end) {
    const length = validate(this);
    const number = +value;
    const first = relative(start, length);
    const last = relativeEnd(end, length);
    validate(this);
    for (let i = first; i < last; i++) this[i] = number;
    return this;
  },

  filter(callback, thisArg) {
    const length = validate(this);
    requireFunction(callback); //: the callback is not a function
    const kept = [];
    for (let i = 0; i < length; i++) {
      const element = this[i];
      if ($call(callback, thisArg, element, i, this)) kept[kept.length] = element;
    }
    const view = createSpecies(this, kept.length);
    for (let i = 0; i < kept.length; i++) view[i] = +kept[i];
    return view;
  },

  find(callback, thisArg) {
    return search(this, callback, thisArg, 1, false);
  },

  findIndex(callback, thisArg) {
    return search(this, callback, thisArg, 1, true);
  },

  findLast(callback, thisArg) {
    return search(this, callback, thisArg, -1, false);
  },

  findLastIndex(callback, thisArg) {
    return search(this, callback, thisArg, -1, true);
  },

  forEach(callback, thisArg) {
    const length = validate(this);
    requireFunction(callback); //: the callback is not a function
    for (let i = 0; i < length; i++) $call(callback, thisArg, this[i], i, this);
  },

  includes(value, start) {
    const length = validate(this);
    if (length === 0) return false;
    for (let i = relative(start, length); i < length; i++) {
      const element = this[i];
      if (element === value || (element !== element && value !== value)) return true;
    }
    return false;
  },

  indexOf(value, start) {
    const length = validate(this);
    if (length === 0) return -1;
    const first = relative(start, length);
    if (value === undefined) return -1;
    for (let i = first; i < length; i++) {
      if (this[i] === value) return i;
    }
    return -1;
  },

  join(separator) {
    return textOf(this, separator, (number) => number);
  },

  keys() {
    validate(this);
    return new ArrayIterator(this, (list, index) => index);
  },

  lastIndexOf(value, ...start) {
    const length = validate(this);
    if (length === 0) return -1;
    let i = length - 1;
    if (start.length > 0) {
      const from = toInteger(start[0]);
      i = from < 0 ? length + from : from < i ? from : i;
    }
    if (value === undefined) return -1;
    for (; i >= 0; i--) {
      if (this[i] === value) return i;
    }
    return -1;
  },

  map(callback, thisArg) {
    const length = validate(this);
    requireFunction(callback); //: the callback is not a function
    const view = createSpecies(this, length);
    for (let i = 0; i < length; i++) view[i] = +$call(callback, thisArg, this[i], i, this);
    return view;
  },

  reduce(callback, ...initial) {
    return fold(this, callback, initial, 1);
  },

  reduceRight(callback, ...initial) {
    return fold(this, callback, initial, -1);
  },

  reverse() {
    const length = validate(this);
    for (let low = 0, high = length - 1; low < high; low++, high--) {
      const lower = this[low];
      this[low] = +this[high];
      this[high] = +lower;
    }
    return this;
  },

  set(source, offset) {
    requireTyped(this);
    const first = toInteger(offset);
    if (first < 0) $fault('RangeError'); //: the offset is negative
    const room = validate(this);
    if (source === undefined || source === null) $fault('TypeError'); //: there is nothing to copy: it is undefined or null
    let from = source;
    let length = typedLength(source);
    if (length === undefined) {
      length = toLength(source.length);
    } else {
      validate(source);
      if (overlap(this, source)) {
        from = [];
        for (let i = 0; i < length; i++) from[i] = source[i];
      }
    }
    if (first + length > room) $fault('RangeError'); //: the elements reach beyond the end of the array
    for (let i = 0; i < length; i++) this[first + i] = +from[i];
  },

  slice(start, end) {
    const length = validate(this);
    const first = relative(start, length);
    const last = relativeEnd(end, length);
    const count = last > first ? last - first : 0;
    const view = createSpecies(this, count);
    if (count === 0) return view;
    const left = validate(this) - first;
    for (let i = 0; i < count && i < left; i++) view[i] = +this[first + i];
    return view;
  },

  some(callback, thisArg) {
    const length = validate(this);
    requireFunction(callback); //: the callback is not a function
    for (let i = 0; i < length; i++) {
      if ($call(callback, thisArg, this[i], i, this)) return true;
    }
    return false;
  },

  sort(comparator) {
    if (comparator !== undefined) requireFunction(comparator); //: the comparison is not a function
    const length = validate(this);
    return sort(this, length, comparator, this);
  },

  subarray(start, end) {
    const found = requireTyped(this);
    const length = found < 0 ? 0 : found;
    const first = relative(start, length);
    const tracks = end === undefined && typedField(this, LENGTH) === undefined;
    const last = relativeEnd(end, length);
    const count = tracks ? undefined : last > first ? last - first : 0;
    const type = typeOf(this);
    const offset = typedField(this, OFFSET) + first * sizeOf(type);
    const own = $field(type, 1);
    const constructor = species(this, own);
    const block = sharedBlock(this);
    // Where neither the arguments nor the species changed the bytes, the constructor would find nothing wrong.
    if (constructor === own && found > 0 && typedLength(this) === found) {
      return newTyped(own.prototype, type, block, offset, count, undefined);
    }
    if (!isConstructor(constructor)) $fault('TypeError');
    const buffer = bufferOf(block);
    const view = tracks ? new constructor(buffer, offset) : new constructor(buffer, offset, count);
    validate(view);
    return view;
  },

  toLocaleString() {
    return textOf(this, undefined, (number) => number.toLocaleString());
  },

  toReversed() {
    const length = validate(this);
    const view = createAlike(this, length);
    for (let i = 0; i < length; i++) view[length - 1 - i] = +this[i];
    return view;
  },

  toSorted(comparator) {
    if (comparator !== undefined) requireFunction(comparator); //: the comparison is not a function
    const length = validate(this);
    return sort(this, length, comparator, createAlike(this, length));
  },

  toString: list.toString,

  values() {
    validate(this);
    return new ArrayIterator(this, element);
  },

  with(index, value) {
    const length = validate(this);
    const position = toInteger(index);
    const i = position < 0 ? position + length : position;
    const number = +value;
    if (i < 0 || !(i < typedLength(this))) $fault('RangeError'); //: there is no element at this index
    const view = createAlike(this, length);
    for (let k = 0; k < length; k++) view[k] = k === i ? number : +this[k];
    return view;
  },
};
prototype[symbolIterator] = prototype.values;

const getters = {
  buffer() {
    requireTyped(this);
    return bufferOf(sharedBlock(this));
  },

  byteLength() {
    const length = requireTyped(this);
    return length < 0 ? 0 : length * sizeOf(typeOf(this));
  },

  byteOffset() {
    return requireTyped(this) < 0 ? 0 : typedField(this, OFFSET);
  },

  length() {
    const length = requireTyped(this);
    return length < 0 ? 0 : length;
  },

  tag() {
    if (typedType(this) !== undefined) return $field(typeOf(this), 2);
  },
};

function define(key, getter, name) {
  nameFunction(getter, 0, name);
  defineAccessor(prototype, key, getter, undefined, HIDDEN);
}

define('buffer', getters.buffer, 'get buffer');
define('byteLength', getters.byteLength, 'get byteLength');
define('byteOffset', getters.byteOffset, 'get byteOffset');
define('length', getters.length, 'get length');
define(symbolToStringTag, getters.tag, 'get [Symbol.toStringTag]');
