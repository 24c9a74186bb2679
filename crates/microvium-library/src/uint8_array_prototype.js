// Uint8Array.prototype (ECMAScript 23.2.3). What needs no bytes of its own is that of arrays.

import { defineAccessor, newBytes, symbolToStringTag } from './native.js';
import { prototype as list } from './array_prototype.js';
import { bytesOf, slice } from './bytes.js';
import { nameFunction } from './function.js';
import { relative, relativeEnd, requireFunction, toInteger, toLength } from './convert.js';
import { sortList } from './sort.js';

function byValue(a, b) {
  return a - b;
}

// Writes the sorted elements into other bytes, or the same.
function sort(source, comparator, target) {
  if (comparator !== undefined) requireFunction(comparator);
  const list = [];
  for (let i = 0; i < source.length; i++) list[i] = source[i];
  const sorted = sortList(list, comparator === undefined ? byValue : comparator);
  for (let i = 0; i < sorted.length; i++) target[i] = sorted[i];
  return target;
}

export const prototype = {
  BYTES_PER_ELEMENT: 1,
  at: list.at,
  copyWithin: list.copyWithin,
  every: list.every,

  fill(value, start, end) {
    const number = +value;
    const last = relativeEnd(end, this.length);
    for (let i = relative(start, this.length); i < last; i++) this[i] = number;
    return this;
  },

  filter(callback, thisArg) {
    requireFunction(callback);
    const kept = [];
    for (let i = 0; i < this.length; i++) {
      const byte = this[i];
      if ($call(callback, thisArg, byte, i, this)) kept[kept.length] = byte;
    }
    return bytesOf(kept);
  },

  find: list.find,
  findIndex: list.findIndex,
  findLast: list.findLast,
  findLastIndex: list.findLastIndex,
  forEach: list.forEach,
  includes: list.includes,
  indexOf: list.indexOf,
  join: list.join,
  lastIndexOf: list.lastIndexOf,

  map(callback, thisArg) {
    requireFunction(callback);
    const mapped = newBytes(this.length);
    for (let i = 0; i < this.length; i++) mapped[i] = $call(callback, thisArg, this[i], i, this);
    return mapped;
  },

  reduce: list.reduce,
  reduceRight: list.reduceRight,
  reverse: list.reverse,

  set(items, offset) {
    if (items === undefined || items === null) $fault('TypeError');
    const first = toInteger(offset);
    const length = toLength(items.length);
    if (first < 0 || first + length > this.length) $fault('RangeError');
    const copy = bytesOf(items);
    for (let i = 0; i < length; i++) this[first + i] = copy[i];
  },

  slice(start, end) {
    return slice(this, relative(start, this.length), relativeEnd(end, this.length));
  },

  some: list.some,

  // Bytes have their own memory, which nothing else can refer to.
  subarray(start, end) {
    $fault('NotImplemented');
  },

  sort(comparator) {
    return sort(this, comparator, this);
  },

  toLocaleString: list.toLocaleString,

  toReversed() {
    const reversed = newBytes(this.length);
    for (let i = 0; i < this.length; i++) reversed[this.length - 1 - i] = this[i];
    return reversed;
  },

  toSorted(comparator) {
    return sort(this, comparator, newBytes(this.length));
  },

  toString: list.toString,

  with(index, value) {
    const position = toInteger(index);
    const i = position < 0 ? position + this.length : position;
    const number = +value;
    if (i < 0 || i >= this.length) $fault('RangeError');
    const changed = bytesOf(this);
    changed[i] = number;
    return changed;
  },
};

function length(bytes) {
  if (!$isBytes(bytes)) $fault('TypeError');
  return bytes.length;
}

const getters = {
  buffer() {
    $fault('NotImplemented');
  },

  byteLength() {
    return length(this);
  },

  byteOffset() {
    length(this);
    return 0;
  },

  tag() {
    if ($isBytes(this)) return 'Uint8Array';
  },
};
nameFunction(getters.buffer, 0, 'get buffer');
nameFunction(getters.byteLength, 0, 'get byteLength');
nameFunction(getters.byteOffset, 0, 'get byteOffset');
nameFunction(getters.tag, 0, 'get [Symbol.toStringTag]');
defineAccessor(prototype, 'buffer', getters.buffer, undefined, HIDDEN);
defineAccessor(prototype, 'byteLength', getters.byteLength, undefined, HIDDEN);
defineAccessor(prototype, 'byteOffset', getters.byteOffset, undefined, HIDDEN);
defineAccessor(prototype, symbolToStringTag, getters.tag, undefined, HIDDEN);
