// Reflect (ECMAScript 28.1).

import { getPrototype } from './native.js';
import { isObject, listOf, requireFunction } from './convert.js';
import { allKeys } from './keys.js';
import { defineOwn, getDescriptor, ownAttributes, setFor, toDescriptor } from './property.js';
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

  defineProperty(object, key, descriptor) {
    requireObject(object);
    const name = `${key}`;
    return defineOwn(object, name, toDescriptor(descriptor));
  },

  deleteProperty(object, key) {
    requireObject(object);
    const name = `${key}`;
    const found = ownAttributes(object, name);
    return found < 0 || ((found & FIXED) === 0 && delete object[name]);
  },

  get(object, key, ...receiver) {
    requireObject(object);
    if (receiver.length === 0) return object[key];
    return $get(receiver[0], object, `${key}`);
  },

  getOwnPropertyDescriptor(object, key) {
    requireObject(object);
    return getDescriptor(object, `${key}`);
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

  set(object, key, value, ...receiver) {
    requireObject(object);
    return setFor(receiver.length === 0 ? object : receiver[0], object, `${key}`, value);
  },

  setPrototypeOf(object, prototype) {
    requireObject(object);
    requirePrototype(prototype);
    return changePrototype(object, prototype);
  },
};
