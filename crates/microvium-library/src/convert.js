// Conversions that the library's functions begin with (ECMAScript 7.1, 7.2).

import { toPrimitive } from './primitive.js';

// ToIntegerOrInfinity. There is no float literal here: engines without floats run this too.
export function toInteger(value) {
  const number = +value;
  if (number !== number) return 0;
  const rest = number % 1;
  return rest === rest ? number - rest + 0 : number; // an infinity has no rest
}

// ToIndex. From 2 ** 53 on, the next number isn't one more.
export function toIndex(value) {
  const index = toInteger(value);
  if (index < 0 || index + 1 - index !== 1) $fault('RangeError'); //: an index or a length is an integer from 0
  return index;
}

// ToLength.
export function toLength(value) {
  const length = toInteger(value);
  if (length <= 0) return 0;
  if (length + 1 - length === 1) return length;
  let limit = 1;
  while (limit + 1 - limit === 1) limit *= 2;
  return limit - 1;
}

// LengthOfArrayLike (7.3.18).
export function listLength(list) {
  return $isArray(list) ? list.length : toLength(list.length);
}

// What gets a length throws if it is above 2 ** 53 - 1: the next number isn't one more.
export function requireLength(length) {
  if (length + 1 - length !== 1) $fault('TypeError'); //: the array would be too long
}

// A position from the start, or from the end if it is negative, within 0 to length.
export function relative(value, length) {
  const index = toInteger(value);
  if (index < 0) return index + length > 0 ? index + length : 0;
  return index < length ? index : length;
}

// The same, where undefined means the end.
export function relativeEnd(value, length) {
  return value === undefined ? length : relative(value, length);
}

// ToPropertyKey.
export function toKey(value) {
  const key = $isObjectKey(value) ? toPrimitive(value, 'string') : value;
  return typeof key === 'symbol' ? key : `${key}`;
}

// The key of a property that is read and then written, in that order after the object was looked at.
export function keyOf(object, key) {
  if (object === undefined || object === null) $fault('PropertyOfNullish'); //: what has the property is undefined or null
  return toKey(key);
}

// What is assigned to `length`: a number if it is an array's (ArraySetLength, ECMAScript 10.4.2.4).
export function lengthOf(object, value) {
  if (!$isArray(object)) return value;
  const length = value >>> 0;
  if (+value !== length) $fault('RangeError'); //: a length is an integer from 0 to 4294967295
  return length;
}

// `this` of a string method.
export function thisText(value) {
  if (value === undefined || value === null) $fault('PropertyOfNullish'); //: `this` is undefined or null
  return `${value}`;
}

export function requireFunction(value) {
  if (typeof value !== 'function') $fault('TypeErrorTargetIsNotCallable'); //: what it calls is not a function
}

// HasProperty of an array-like, of which only strings and objects have a length.
export function has(list, index) {
  return typeof list === 'string' || index in list;
}

// The elements of an array-like, for a call (CreateListFromArrayLike).
export function listOf(items) {
  if (!$isObject(items)) $fault('TypeError'); //: the arguments are no list
  const list = [];
  const length = listLength(items);
  for (let i = 0; i < length; i++) list[i] = items[i];
  return list;
}
