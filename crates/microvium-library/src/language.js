// What the compiler's lowering calls.

import { defineAccessor as define, isConstructor, setPrototype, symbolHasInstance } from './native.js';
import { toKey } from './convert.js';
import { ownerOf } from './exotic.js';
import { isEnumerable, propertyKeys } from './keys.js';
import { setFor } from './property.js';

// Getters and setters of literals and classes.
export const defineAccessor = define;

// What a class inherits from another one, or from null (ECMAScript 15.7.14).
export function extend(child, parent) {
  let prototype = null;
  if (parent !== null) {
    if (!isConstructor(parent)) $fault('ClassPrototypeMustBeNullOrObject');
    prototype = parent.prototype;
    if (prototype !== null && !$isObject(prototype)) $fault('ClassPrototypeMustBeNullOrObject');
    setPrototype(child, parent);
  }
  setPrototype(child.prototype, prototype);
}

// Makes the instances of constructors that look at `new.target`.
export class Base {}

// `__proto__: prototype` in an object literal.
export function inherit(object, prototype) {
  if (prototype === null || $isObject(prototype)) setPrototype(object, prototype);
}

// InstanceofOperator (ECMAScript 13.10.2), of an object on the right.
export function instanceOf(value, target) {
  const method = target[symbolHasInstance];
  if (method !== undefined && method !== null) return !!$call(method, target, value);
  return value instanceof target;
}

// `super[key] = value` (ECMAScript 13.3.7).
export function setSuper(receiver, object, key, value) {
  if (object === null) $fault('PropertyOfNullish');
  if (!setFor(receiver, object, key, value)) $fault('ReadonlyProperty');
}

// `...source` in an object literal.
export function copy(object, source) {
  if (source === undefined || source === null) return;
  const keys = propertyKeys(source);
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i];
    if (!isEnumerable(source, key)) continue;
    const value = ownerOf && ownerOf(source) !== undefined ? $get(source, ownerOf(source), key) : $own(source, key);
    $define(object, key, value);
  }
}

// The properties of an object but those with some keys.
export function without(source, taken) {
  const left = {};
  const keys = propertyKeys(source);
  next: for (let i = 0; i < keys.length; i++) {
    const key = keys[i];
    for (let k = 0; k < taken.length; k++) {
      if (toKey(taken[k]) === key) continue next;
    }
    if (!isEnumerable(source, key)) continue;
    const value = ownerOf && ownerOf(source) !== undefined ? $get(source, ownerOf(source), key) : $own(source, key);
    $define(left, key, value);
  }
  return left;
}
