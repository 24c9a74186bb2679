// Object (ECMAScript 20.1).

import { getPrototype, hasOwn, setPrototype } from './native.js';
import { isObject } from './convert.js';
import { allKeys, enumerableKeys, ownKeys } from './keys.js';
import { changePrototype, requirePrototype, sameValue } from './prototypes.js';

// There are no objects around primitives: what isn't nullish is its own object.
export function Object(value) {
  // A class that extends it makes an object of its own.
  if (new.target !== undefined && new.target !== Object) return;
  if (value === undefined || value === null) return {};
  return value;
}

const statics = {
  assign(target, ...sources) {
    if (target === undefined || target === null) $fault('TypeError');
    for (let i = 0; i < sources.length; i++) {
      const source = sources[i];
      if (source === undefined || source === null) continue;
      const keys = enumerableKeys(source);
      for (let k = 0; k < keys.length; k++) target[keys[k]] = $own(source, keys[k]);
    }
    return target;
  },

  create(prototype, properties) {
    requirePrototype(prototype);
    if (properties !== undefined) $fault('NotImplemented');
    return setPrototype({}, prototype);
  },

  entries(object) {
    const keys = enumerableKeys(object);
    const result = [];
    for (let i = 0; i < keys.length; i++) result[i] = [keys[i], $own(object, keys[i])];
    return result;
  },

  fromEntries(entries) {
    const result = {};
    const length = entries.length;
    for (let i = 0; i < length; i++) result[entries[i][0]] = entries[i][1];
    return result;
  },

  getOwnPropertyNames(object) {
    return allKeys(object);
  },

  getPrototypeOf(object) {
    if (object === undefined || object === null) $fault('TypeError');
    return getPrototype(object);
  },

  hasOwn(object, key) {
    if (object === undefined || object === null) $fault('TypeError');
    return hasOwn(object, key);
  },

  is(a, b) {
    return sameValue(a, b);
  },

  keys(object) {
    return enumerableKeys(object);
  },

  setPrototypeOf(object, prototype) {
    if (object === undefined || object === null) $fault('TypeError');
    requirePrototype(prototype);
    if (isObject(object) && !changePrototype(object, prototype)) $fault('TypeError');
    return object;
  },

  values(object) {
    const keys = enumerableKeys(object);
    const result = [];
    for (let i = 0; i < keys.length; i++) result[i] = $own(object, keys[i]);
    return result;
  },
};

Object.prototype = getPrototype({});
export const prototype = { constructor: Object };

const names = ownKeys(statics);
for (let i = 0; i < names.length; i++) Object[names[i]] = $own(statics, names[i]);
