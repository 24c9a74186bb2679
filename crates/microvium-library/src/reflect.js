// Reflect (ECMAScript 28.1), but what needs attributes of properties.

import { getPrototype } from './native.js';
import { isObject, listOf, requireFunction } from './convert.js';
import { allKeys } from './keys.js';
import { changePrototype, requirePrototype } from './prototypes.js';

function requireObject(value) {
  if (!isObject(value)) $fault('TypeError');
}

export const Reflect = {
  apply(callee, thisArg, list) {
    requireFunction(callee);
    return $apply(callee, thisArg, listOf(list));
  },

  construct(callee, list) {
    return new callee(...listOf(list));
  },

  deleteProperty(object, key) {
    requireObject(object);
    return delete object[key];
  },

  get(object, key) {
    requireObject(object);
    return object[key];
  },

  getPrototypeOf(object) {
    requireObject(object);
    return getPrototype(object);
  },

  has(object, key) {
    requireObject(object);
    return key in object;
  },

  ownKeys(object) {
    requireObject(object);
    return allKeys(object);
  },

  set(object, key, value) {
    requireObject(object);
    object[key] = value;
    return true;
  },

  setPrototypeOf(object, prototype) {
    requireObject(object);
    requirePrototype(prototype);
    return changePrototype(object, prototype);
  },
};
