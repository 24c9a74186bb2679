// Objects that can't change, or not in every way (ECMAScript 7.3.15). What can't be added to is closed; an array that is
// closed is frozen.

import { attributes, close, isClosed } from './native.js';
import { makeArrayObject } from './array_object.js';
import { isNamespace, ownerOf, waiting } from './exotic.js';
import { propertyKeys } from './keys.js';
import { ownerFor } from './owner.js';
import { defineOwn } from './property.js';

// PreventExtensions, of what isn't an array.
function closeOther(value) {
  const object = waiting && ownerFor(value) !== undefined ? ownerFor(value) : value;
  if (isClosed(object)) return;
  // It has one as soon as somebody asks, but not once it is closed.
  if (typeof object === 'function') attributes(object, 'prototype');
  close(object);
}

export function preventExtensions(object) {
  if ($isArray(object) && !isClosed(object)) makeArrayObject(object);
  closeOther(object);
}

// The same, and nothing of it can be changed.
export function freeze(object) {
  if ($isArray(object)) close(object);
  else restrict($asOther(object), READONLY | FIXED);
}

// The same, but the values can be.
export function seal(object) {
  if ($isArray(object)) {
    if (isClosed(object)) return;
    makeArrayObject(object);
  }
  restrict($asOther(object), FIXED);
}

// SetIntegrityLevel: the flags are those that all properties get.
function restrict(value, flags) {
  const object = waiting && ownerFor(value) !== undefined ? ownerFor(value) : value;
  closeOther(object);
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
export function isRestricted(value, flags) {
  const object = ownerOf && ownerOf(value) !== undefined ? ownerOf(value) : value;
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
