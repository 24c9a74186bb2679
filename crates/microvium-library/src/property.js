// Properties with attributes.

import { accessor, attributes, define, getPrototype } from './native.js';
import { isObject } from './convert.js';

// See `attribute.rs` of the format.
export const READONLY = 1;
export const HIDDEN = 2;
export const FIXED = 4;
export const ACCESSOR = 8;

// OrdinarySet (ECMAScript 10.1.9): sets a property of the receiver by the rules of an object that has it or
// inherits it. False if it can't be set.
export function setFor(receiver, object, key, value) {
  for (let it = object; it !== null; it = getPrototype(it)) {
    const found = attributes(it, key);
    if (found < 0) continue;
    if ((found & READONLY) !== 0) return false;
    if ((found & ACCESSOR) === 0) break;
    const setter = accessor(it, key, true);
    if (setter === undefined) return false;
    $call(setter, receiver, value);
    return true;
  }
  if (!isObject(receiver)) return false;
  const own = attributes(receiver, key);
  if (own < 0) define(receiver, key, value, 0);
  else if ((own & (READONLY | ACCESSOR)) !== 0) return false;
  else define(receiver, key, value, own);
  return true;
}
