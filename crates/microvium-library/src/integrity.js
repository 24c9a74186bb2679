// Objects that can't change, or not in every way (ECMAScript 7.3.15). What can't be added to is closed; an array is
// closed only when it is frozen.

import { attributes, close, isClosed } from './native.js';
import { isNamespace } from './exotic.js';
import { propertyKeys } from './keys.js';
import { defineOwn } from './property.js';

export function preventExtensions(object) {
  if (isClosed(object)) return;
  if ($isArray(object)) $fault('NotImplemented');
  // It has one as soon as somebody asks, but not once it is closed.
  if (typeof object === 'function') attributes(object, 'prototype');
  close(object);
}

// SetIntegrityLevel: the flags are those that all properties get.
export function restrict(object, flags) {
  if ($isArray(object) && (flags & READONLY) !== 0) {
    close(object);
    return;
  }
  preventExtensions(object);
  const keys = propertyKeys(object);
  for (let i = 0; i < keys.length; i++) {
    const found = attributes(object, keys[i]);
    const given = (found & ACCESSOR) === 0 ? flags : FIXED;
    if ((found & given) === given) continue;
    if (isNamespace && isNamespace(object)) $fault('TypeError');
    const it = { given, flags: given, value: undefined, getter: undefined, setter: undefined };
    if (!defineOwn(object, keys[i], it)) $fault('TypeError');
  }
}

// TestIntegrityLevel.
export function isRestricted(object, flags) {
  if (!isClosed(object)) return false;
  if ($isArray(object)) return true;
  const keys = propertyKeys(object);
  for (let i = 0; i < keys.length; i++) {
    const found = attributes(object, keys[i]);
    const wanted = (found & ACCESSOR) === 0 ? flags : FIXED;
    if ((found & wanted) !== wanted) return false;
  }
  return true;
}
