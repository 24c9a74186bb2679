// Chains of prototypes.

import { getPrototype, isClosed, setPrototype } from './native.js';
import { makeArrayObject } from './array_object.js';
import { waiting } from './exotic.js';
import { ownerFor } from './owner.js';

// OrdinarySetPrototypeOf (ECMAScript 10.1.2.1), for an object; false if that would be a cycle.
export function changePrototype(object, prototype) {
  const owner = waiting && ownerFor(object) !== undefined ? ownerFor(object) : object;
  if (getPrototype(owner) === prototype) return true;
  if (isClosed(owner)) return false;
  for (let it = prototype; it !== null; it = getPrototype(it)) {
    if (it === object) return false;
  }
  // Of functions, null means `Function.prototype` to the engine.
  //: functions that inherit from nothing are not supported
  if (prototype === null && typeof object === 'function') $fault('NotImplemented');
  if ($isArray(object)) makeArrayObject(object, prototype);
  else setPrototype(owner, prototype);
  return true;
}

export function requirePrototype(value) {
  if (value !== null && !$isObject(value)) $fault('TypeError'); //: a prototype is an object or null
}

// SameValue (ECMAScript 7.2.11).
export function sameValue(a, b) {
  if (a === b) return a !== 0 || 1 / a === 1 / b;
  return a !== a && b !== b;
}
