// Function (ECMAScript 20.2), and what new function objects get, where something may ask for it: emission calls these.

import { define, description, getPrototype, hasOwn, setPrototype } from './native.js';
import { toInteger, toKey } from './convert.js';
import { fix } from './provide.js';

// Text can't become code.
export function Function() {
  $fault('NotImplemented');
}
fix(Function, { prototype: getPrototype(toKey) });
export const prototype = { constructor: Function };

// SetFunctionLength, and SetFunctionName of a name that the source has (ECMAScript 10.2.9, 10.2.10).
export function nameFunction(func, length, name) {
  define(func, 'length', length, READONLY | HIDDEN);
  define(func, 'name', name, READONLY | HIDDEN);
  return func;
}

// SetFunctionName of one that a computed key makes. Gives the key as it is then.
export function nameByKey(func, value) {
  return setName(func, value, '');
}

export function nameGetter(func, value) {
  return setName(func, value, 'get ');
}

export function nameSetter(func, value) {
  return setName(func, value, 'set ');
}

function setName(func, value, prefix) {
  const key = toKey(value);
  let name = key;
  if (typeof key === 'symbol') {
    const text = description(key);
    name = text === undefined ? '' : `[${text}]`;
  }
  define(func, 'name', `${prefix}${name}`, READONLY | HIDDEN);
  return key;
}

// Of a bound function (ECMAScript 20.2.3.2): by its target, and its first arguments.
export function nameBound(func, parts) {
  const target = parts[0];
  let length = 0;
  if (hasOwn(target, 'length')) {
    const own = target.length;
    if (typeof own === 'number') length = toInteger(own) - parts[1].length;
  }
  const name = target.name;
  nameFunction(func, length > 0 ? length : 0, `bound ${typeof name === 'string' ? name : ''}`);
  return parts;
}

// A bound function inherits from what its target does.
export function inheritBound(func, parts) {
  setPrototype(func, getPrototype(parts[0]));
  return parts;
}

// MakeConstructor (ECMAScript 10.2.5).
export function makePrototype(func, attributes) {
  const prototype = {};
  $hide(prototype, 'constructor', func);
  define(func, 'prototype', prototype, HIDDEN | FIXED | attributes);
  return func;
}
