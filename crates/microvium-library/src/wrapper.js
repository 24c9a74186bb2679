// Objects around primitives: of Boolean, Number, String and Symbol (ECMAScript 7.1.18, 20.3, 20.4, 21.1, 22.1).

import { define, getPrototype, setPrototype } from './native.js';
import { setWrapper } from './exotic.js';

// The primitive within, undefined if there is none.
function primitiveIn(value) {
  // It knows itself: what inherits from it is no such object.
  return $isObject(value) && value.$$wrapper === value ? value.$$primitive : undefined;
}

// Makes an object that has nothing yet one around a primitive.
export function wrap(object, primitive) {
  // Here, not when the module is evaluated: so programs that never come here have no question to ask.
  setWrapper(primitiveIn);
  object.$$wrapper = object;
  object.$$primitive = primitive;
  if (typeof primitive !== 'string') return object;
  // A string exotic object (10.4.3) behaves as one whose properties are these.
  for (let i = 0; i < primitive.length; i++) define(object, i, primitive[i], READONLY | FIXED);
  return define(object, 'length', primitive.length, READONLY | HIDDEN | FIXED);
}

// ToObject.
export function toObject(value) {
  if (value === undefined || value === null) $fault('TypeError'); //: what is to be an object is undefined or null
  return $isObject(value) ? value : wrap(setPrototype({}, getPrototype(value)), value);
}
