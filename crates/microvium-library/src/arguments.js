// The object that `arguments` is (CreateUnmappedArgumentsObject, ECMAScript 10.4.4.6).

import { defineAccessor, symbolIterator } from './native.js';
import { setArguments } from './exotic.js';
// Before iterators.js, whose class asks for what function.js provides while it is evaluated.
import { thrower } from './thrower.js';
import { prototype } from './iterators.js';

const values = prototype.values;

export function argumentsObject(list) {
  // It knows itself: what inherits from it is no arguments object.
  const object = { $$arguments: null };
  object.$$arguments = object;
  for (let i = 0; i < list.length; i++) $define(object, i, list[i]);
  $hide(object, 'length', list.length);
  defineAccessor(object, 'callee', thrower, thrower, HIDDEN | FIXED);
  $hide(object, symbolIterator, values);
  return object;
}

setArguments((value) => $isObject(value) && value.$$arguments === value);
