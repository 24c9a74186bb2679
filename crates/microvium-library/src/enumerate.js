// `for-in` (ECMAScript 14.7.5).

import { getPrototype } from './native.js';
import { isEnumerable, ownKeys } from './keys.js';

// The enumerable keys of a value and of what it inherits from, each once (ECMAScript 14.7.5.10). A key
// hides those of the same name further up, enumerable or not.
export function keysIn(value) {
  const keys = [];
  const hidden = [];
  for (let object = value; object !== null && object !== undefined; object = getPrototype(object)) {
    const own = ownKeys(object);
    for (let i = 0; i < own.length; i++) {
      const key = own[i];
      if (object !== value && (contains(keys, key) || contains(hidden, key))) continue;
      const list = isEnumerable(object, key) ? keys : hidden;
      list[list.length] = key;
    }
  }
  return keys;
}

function contains(list, key) {
  for (let i = 0; i < list.length; i++) {
    if (list[i] === key) return true;
  }
  return false;
}

// Whether a key that a loop has come to is still there.
export function isThere(value, key) {
  return !$isObject(value) || key in value;
}
