// The own keys of objects (ECMAScript 10.1.11).

import { attributes, charCode, keyAt } from './native.js';
import { has } from './convert.js';
import { elementsOf, ownerOf } from './exotic.js';

// Whether a key is an array index in canonical form.
export function isIndex(key) {
  const length = key.length;
  if (length > 10 || (charCode(key, 0) === 0x30 && length > 1)) return false;
  for (let i = 0; i < length; i++) {
    const unit = charCode(key, i);
    if (unit < 0x30 || unit > 0x39) return false;
  }
  return length > 0 && (length < 10 || key < '4294967295');
}

// Puts indices in ascending order, in place: by Shell's way, as most are in order already.
function sortIndices(keys) {
  for (let gap = keys.length >> 1; gap > 0; gap >>= 1) {
    for (let i = gap; i < keys.length; i++) {
      const key = keys[i];
      let j = i;
      for (; j >= gap; j -= gap) {
        const other = keys[j - gap];
        const longer = other.length - key.length;
        if (longer < 0 || (longer === 0 && other < key)) break;
        keys[j] = other;
      }
      keys[j] = key;
    }
  }
}

export function isList(value) {
  return typeof value === 'string' || $isArray(value) || $isBytes(value);
}

// The symbols, or else the strings, among the keys that are in an object itself: of strings, indices in ascending
// order, then the others in order of creation. `length` of strings and arrays isn't among them.
function keysOf(object, symbols) {
  if (object === undefined || object === null) $fault('TypeError'); //: undefined and null have no keys
  const names = [];
  if (isList(object)) {
    const length = object.length;
    for (let i = 0; i < length; i++) {
      if (has(object, i)) names[names.length] = `${i}`;
    }
    return names;
  }
  const indices = [];
  if (elementsOf && !symbols) {
    const count = elementsOf(object);
    for (let i = 0; i < count; i++) indices[i] = `${i}`;
  }
  const owner = ownerOf && ownerOf(object) !== undefined ? ownerOf(object) : object;
  for (let i = 0; ; i++) {
    const key = keyAt(owner, i);
    if (key === undefined) break;
    if (key === null || (typeof key === 'symbol') !== symbols) continue;
    if (!symbols && isIndex(key)) indices[indices.length] = key;
    else names[names.length] = key;
  }
  if (indices.length === 0) return names;
  sortIndices(indices);
  for (let i = 0; i < names.length; i++) indices[indices.length] = names[i];
  return indices;
}

// The string keys.
export function ownKeys(object) {
  return keysOf(object, false);
}

// The symbols.
export function ownSymbols(object) {
  return isList(object) ? [] : keysOf(object, true);
}

// The string keys, with `length`.
export function allKeys(object) {
  const keys = ownKeys(object);
  if (isList(object) && !$isBytes(object)) keys[keys.length] = 'length';
  return keys;
}

// Whether one of these keys is that of an enumerable property. If it is gone it isn't.
export function isEnumerable(object, key) {
  return (attributes(ownerOf && ownerOf(object) !== undefined ? ownerOf(object) : object, key) & HIDDEN) === 0;
}

// The string keys that are enumerable.
export function enumerableKeys(object) {
  const all = ownKeys(object);
  if (isList(object)) return all;
  const keys = [];
  for (let i = 0; i < all.length; i++) {
    if (isEnumerable(object, all[i])) keys[keys.length] = all[i];
  }
  return keys;
}

// All keys, but `length` of strings and arrays.
export function propertyKeys(object) {
  const keys = ownKeys(object);
  const symbols = ownSymbols(object);
  for (let i = 0; i < symbols.length; i++) keys[keys.length] = symbols[i];
  return keys;
}
