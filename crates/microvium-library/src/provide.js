// How constructors and namespaces get what scripts find on them. Only top levels call this.

import { define } from './native.js';
import { propertyKeys } from './keys.js';

function defineAll(object, source, flags) {
  const keys = propertyKeys(source);
  for (let i = 0; i < keys.length; i++) define(object, keys[i], $own(source, keys[i]), flags);
  return object;
}

// Methods: writable and configurable.
export function provide(object, methods) {
  return defineAll(object, methods, HIDDEN);
}

// Constants.
export function fix(object, constants) {
  return defineAll(object, constants, READONLY | HIDDEN | FIXED);
}

// Its name, for `Object.prototype.toString`.
export function tag(object, symbol, name) {
  return define(object, symbol, name, READONLY | HIDDEN);
}
