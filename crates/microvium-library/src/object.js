// Object (ECMAScript 20.1).

import { getPrototype, hasOwn, isClosed, setPrototype } from './native.js';
import { requireFunction, toKey } from './convert.js';
import { fallBack, ownerOf } from './exotic.js';
import { freeze, isRestricted, preventExtensions, seal } from './integrity.js';
import { allKeys, enumerableKeys, isEnumerable, ownKeys, ownSymbols, propertyKeys } from './keys.js';
import { toPrimitive } from './primitive.js';
import { defineAll, defineOwn, getDescriptor, toDescriptor } from './property.js';
import { fix, provide } from './provide.js';
import { changePrototype, requirePrototype, sameValue } from './prototypes.js';
import { toObject } from './wrapper.js';

export function Object(value) {
  // A class that extends it makes an object of its own.
  if (new.target !== undefined && new.target !== Object) {
    if (fallBack) fallBack(this, Object);
    return;
  }
  if (value === undefined || value === null) return {};
  return toObject(value);
}

const statics = {
  assign(goal, ...sources) {
    const target = toObject(goal);
    for (let i = 0; i < sources.length; i++) {
      const source = sources[i];
      if (source === undefined || source === null) continue;
      const keys = propertyKeys(source);
      for (let k = 0; k < keys.length; k++) {
        const key = keys[k];
        if (!isEnumerable(source, key)) continue;
        const value = ownerOf && ownerOf(source) !== undefined ? $get(source, ownerOf(source), key) : $own(source, key);
        target[key] = value;
      }
    }
    return target;
  },

  create(prototype, properties) {
    requirePrototype(prototype);
    const object = setPrototype({}, prototype);
    return properties === undefined ? object : defineAll(object, properties);
  },

  defineProperties(object, properties) {
    if (!$isObject(object)) $fault('TypeError'); //: the first argument is no object
    return defineAll(object, properties);
  },

  defineProperty(object, key, descriptor) {
    if (!$isObject(object)) $fault('TypeError'); //: the first argument is no object
    const name = toKey(key);
    //: the property is fixed, or the object takes no more
    if (!defineOwn(object, name, toDescriptor(descriptor))) $fault('ReadonlyProperty');
    return object;
  },

  entries(object) {
    const keys = ownKeys(object);
    const result = [];
    for (let i = 0; i < keys.length; i++) {
      const key = keys[i];
      if (!isEnumerable(object, key)) continue;
      const value = ownerOf && ownerOf(object) !== undefined ? $get(object, ownerOf(object), key) : $own(object, key);
      result[result.length] = [key, value];
    }
    return result;
  },

  freeze(object) {
    if ($isObject(object)) freeze(object);
    return object;
  },

  fromEntries(entries) {
    const result = {};
    for (const entry of entries) {
      if (!$isObject(entry)) $fault('TypeError'); //: an entry is no object: entries are arrays, [key, value]
      $define(result, entry[0], entry[1]);
    }
    return result;
  },

  groupBy(items, callback) {
    if (items === undefined || items === null) $fault('TypeError'); //: there is nothing to group: it is undefined or null
    requireFunction(callback); //: the callback is not a function
    const groups = setPrototype({}, null);
    let index = 0;
    for (const item of items) {
      const key = toKey(callback(item, index++));
      const group = groups[key];
      if (group === undefined) groups[key] = [item];
      else group[group.length] = item;
    }
    return groups;
  },

  getOwnPropertyDescriptor(object, key) {
    if (object === undefined || object === null) $fault('TypeError'); //: undefined and null have no properties
    return getDescriptor(object, toKey(key));
  },

  getOwnPropertyDescriptors(object) {
    const keys = allKeys(object);
    const symbols = ownSymbols(object);
    for (let i = 0; i < symbols.length; i++) keys[keys.length] = symbols[i];
    const result = {};
    for (let i = 0; i < keys.length; i++) $define(result, keys[i], getDescriptor(object, keys[i]));
    return result;
  },

  getOwnPropertyNames(object) {
    return allKeys(object);
  },

  getOwnPropertySymbols(object) {
    if (object === undefined || object === null) $fault('TypeError'); //: undefined and null have no properties
    return ownSymbols(object);
  },

  getPrototypeOf(object) {
    if (object === undefined || object === null) $fault('TypeError'); //: undefined and null have no properties
    return getPrototype(ownerOf && ownerOf(object) !== undefined ? ownerOf(object) : object);
  },

  hasOwn(object, key) {
    if (object === undefined || object === null) $fault('TypeError'); //: undefined and null have no properties
    const owner = ownerOf && ownerOf(object) !== undefined ? ownerOf(object) : object;
    return hasOwn(owner, $isObjectKey(key) ? toPrimitive(key, 'string') : key);
  },

  is(a, b) {
    return sameValue(a, b);
  },

  isExtensible(object) {
    return $isObject(object) && !isClosed(ownerOf && ownerOf(object) !== undefined ? ownerOf(object) : object);
  },

  isFrozen(object) {
    return !$isObject(object) || isRestricted(object, READONLY | FIXED);
  },

  isSealed(object) {
    return !$isObject(object) || isRestricted(object, FIXED);
  },

  keys(object) {
    return enumerableKeys(object);
  },

  preventExtensions(object) {
    if ($isObject(object)) preventExtensions(object);
    return object;
  },

  seal(object) {
    if ($isObject(object)) seal(object);
    return object;
  },

  setPrototypeOf(object, prototype) {
    if (object === undefined || object === null) $fault('TypeError'); //: undefined and null have no prototype
    requirePrototype(prototype);
    //: the object's prototype can't be changed, or would be in a circle
    if ($isObject(object) && !changePrototype(object, prototype)) $fault('TypeError');
    return object;
  },

  values(object) {
    const keys = ownKeys(object);
    const result = [];
    for (let i = 0; i < keys.length; i++) {
      const key = keys[i];
      if (!isEnumerable(object, key)) continue;
      const value = ownerOf && ownerOf(object) !== undefined ? $get(object, ownerOf(object), key) : $own(object, key);
      result[result.length] = value;
    }
    return result;
  },
};

fix(Object, { prototype: getPrototype({}) });
export const prototype = { constructor: Object };

provide(Object, statics);
