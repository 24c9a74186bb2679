// Properties with attributes, and their descriptors (ECMAScript 6.2.6, 10.1).

import { accessor, attributes, define, defineAccessor, getPrototype, isClosed } from './native.js';
import { defineInArray } from './array_object.js';
import { toKey } from './convert.js';
import { elementAt, isArrayObject, isNamespace, ownerOf, waiting } from './exotic.js';
import { isEnumerable, propertyKeys } from './keys.js';
import { ownerFor } from './owner.js';
import { sameValue } from './prototypes.js';

// The attributes of an own property, -1 if there is none. The engine doesn't say it of what strings and arrays
// have by their nature.
export function ownAttributes(object, key) {
  const found = attributes(ownerOf && ownerOf(object) !== undefined ? ownerOf(object) : object, key);
  if (found < 0) return found;
  const hidden = key === 'length' ? HIDDEN : 0;
  if (typeof object === 'string') return READONLY | FIXED | hidden;
  if (!$isArray(object)) return found;
  return isClosed(object) ? READONLY | FIXED | hidden : found | hidden | (hidden === 0 ? 0 : FIXED);
}

// OrdinarySet (ECMAScript 10.1.9): sets a property of the receiver by the rules of an object that has it or
// inherits it. False if it can't be set.
export function setFor(receiver, object, key, value) {
  for (let it = object; it !== null; it = getPrototype(it)) {
    if (isNamespace && isNamespace(it)) return false;
    if (elementAt) {
      const index = elementAt(it, key);
      if (index !== undefined) {
        if (it === receiver) it[index] = value;
        else if (index >= 0) break;
        return true;
      }
    }
    const found = attributes(it, key);
    if (found < 0) continue;
    if ((found & READONLY) !== 0) return false;
    if ((found & ACCESSOR) === 0) break;
    const setter = accessor(it, key, true);
    if (setter === undefined) return false;
    $call(setter, receiver, value);
    return true;
  }
  if (!$isObject(receiver)) return false;
  if (elementAt) {
    const index = elementAt(receiver, key);
    if (index !== undefined) return setElement(receiver, index, value);
  }
  const owner = waiting && ownerFor(receiver) !== undefined ? ownerFor(receiver) : receiver;
  const own = attributes(owner, key);
  if (own < 0 ? isClosed(owner) : isFixed(receiver, own)) return false;
  if (isNamespace && isNamespace(receiver)) return sameValue(value, $own(receiver, key));
  if ($isArray(receiver) || (isArrayObject && isArrayObject(receiver))) {
    const given = own < 0 ? VALUE | READONLY | HIDDEN | FIXED : VALUE;
    return defineOwn(receiver, key, { given, flags: 0, value, getter: undefined, setter: undefined });
  }
  define(owner, key, value, own < 0 ? 0 : own);
  return true;
}

function setElement(object, index, value) {
  if (index < 0) return false;
  object[index] = value;
  return true;
}

// Whether a property with these attributes can't be set: of a closed array none can.
function isFixed(object, found) {
  return (found & (READONLY | ACCESSOR)) !== 0 || ($isArray(object) && isClosed(object));
}

// ToPropertyDescriptor (ECMAScript 6.2.6.5): `given` is what it says something of.
export function toDescriptor(source) {
  if (!$isObject(source)) $fault('TypeError'); //: a descriptor is an object
  const it = { given: 0, flags: 0, value: undefined, getter: undefined, setter: undefined };
  if ('enumerable' in source) {
    it.given |= HIDDEN;
    if (!source.enumerable) it.flags |= HIDDEN;
  }
  if ('configurable' in source) {
    it.given |= FIXED;
    if (!source.configurable) it.flags |= FIXED;
  }
  if ('value' in source) {
    it.given |= VALUE;
    it.value = source.value;
  }
  if ('writable' in source) {
    it.given |= READONLY;
    if (!source.writable) it.flags |= READONLY;
  }
  if ('get' in source) {
    it.given |= GETTER;
    it.getter = functionOrNone(source.get);
  }
  if ('set' in source) {
    it.given |= SETTER;
    it.setter = functionOrNone(source.set);
  }
  //: a descriptor has either a getter or setter, or a value or writable
  if ((it.given & (GETTER | SETTER)) !== 0 && (it.given & (VALUE | READONLY)) !== 0) $fault('TypeError');
  return it;
}

function functionOrNone(value) {
  if (value !== undefined && typeof value !== 'function') $fault('TypeError'); //: the getter or setter is not a function
  return value;
}

// FromPropertyDescriptor of an own property, undefined if there is none.
export function getDescriptor(value, key) {
  const object = ownerOf && ownerOf(value) !== undefined ? ownerOf(value) : value;
  const found = ownAttributes(object, key);
  if (found < 0) return undefined;
  const enumerable = (found & HIDDEN) === 0;
  const configurable = (found & FIXED) === 0;
  if ((found & ACCESSOR) !== 0) {
    return {
      get: accessor(object, key, false),
      set: accessor(object, key, true),
      enumerable,
      configurable,
    };
  }
  return { value: $own(object, key), writable: (found & READONLY) === 0, enumerable, configurable };
}

// ValidateAndApplyPropertyDescriptor (ECMAScript 10.1.6.3) of an object; false if it can't be.
export function defineOwn(goal, key, it) {
  const object = waiting && ownerFor(goal) !== undefined ? ownerFor(goal) : goal;
  if ($isArray(object) || (isArrayObject && isArrayObject(object))) {
    const done = defineInArray(object, key, it);
    if (done !== undefined) return done;
  }
  const given = it.given;
  if (elementAt) {
    const index = elementAt(object, key);
    if (index !== undefined) {
      if ((given & it.flags) !== 0 || (given & (GETTER | SETTER)) !== 0) return false;
      return (given & VALUE) === 0 ? index >= 0 : setElement(object, index, it.value);
    }
  }
  const old = ownAttributes(object, key);
  const wasAccessor = old >= 0 && (old & ACCESSOR) !== 0;
  const toAccessor = (given & (GETTER | SETTER)) !== 0;
  const toData = (given & (VALUE | READONLY)) !== 0;
  if (old < 0 && isClosed(object)) return false;
  if (old >= 0 && (old & FIXED) !== 0) {
    if (((old ^ it.flags) & given & (HIDDEN | FIXED)) !== 0) return false;
    if (wasAccessor ? toData : toAccessor) return false;
    if (wasAccessor) {
      if ((given & GETTER) !== 0 && it.getter !== accessor(object, key, false)) return false;
      if ((given & SETTER) !== 0 && it.setter !== accessor(object, key, true)) return false;
    } else if ((old & READONLY) !== 0) {
      if ((given & READONLY) !== 0 && (it.flags & READONLY) === 0) return false;
      if ((given & VALUE) !== 0 && !sameValue(it.value, $own(object, key))) return false;
    }
    if (isNamespace && isNamespace(object)) {
      if ((given & VALUE) !== 0 && !sameValue(it.value, $own(object, key))) return false;
      return (given & it.flags & READONLY) === 0 || (old & READONLY) !== 0;
    }
    // What is left then changes nothing.
    if ((old & (READONLY | ACCESSOR)) !== 0) return true;
  }
  // What isn't given stays, or is as little as can be.
  let kept = old >= 0 ? old : READONLY | HIDDEN | FIXED;
  if (wasAccessor) kept |= READONLY;
  const flags = (kept & ~given) | it.flags;
  if (toAccessor || (wasAccessor && !toData)) {
    const getter = wasAccessor && (given & GETTER) === 0 ? accessor(object, key, false) : it.getter;
    const setter = wasAccessor && (given & SETTER) === 0 ? accessor(object, key, true) : it.setter;
    // Else undefined would mean those that there are.
    if (wasAccessor) define(object, key, undefined, 0);
    defineAccessor(object, key, getter, setter, flags & (HIDDEN | FIXED));
    return true;
  }
  const isKept = old >= 0 && !wasAccessor;
  const value = isKept && (given & VALUE) === 0 ? $own(object, key) : it.value;
  define(object, key, value, flags & (READONLY | HIDDEN | FIXED));
  return true;
}

// CreateDataProperty; false if it can't be.
export function tryCreateData(object, key, value) {
  const it = { given: READONLY | HIDDEN | FIXED | VALUE, flags: 0, value, getter: undefined, setter: undefined };
  return defineOwn(object, toKey(key), it);
}

// CreateDataPropertyOrThrow.
export function createData(object, key, value) {
  if (!tryCreateData(object, key, value)) $fault('TypeError'); //: the property is fixed, or the object takes no more
}

// The same of an element of what may be a new list.
export function createElement(list, index, value) {
  if ($isArray(list)) list[index] = value;
  else createData($asOther(list), index, value);
}

// The descriptors are read before the first property is defined (ECMAScript 20.1.2.3.1).
export function defineAll(object, properties) {
  //: there are no descriptors: they are undefined or null
  if (properties === undefined || properties === null) $fault('TypeError');
  const keys = propertyKeys(properties);
  const found = [];
  const descriptors = [];
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i];
    if (!isEnumerable(properties, key)) continue;
    const value = ownerOf && ownerOf(properties) !== undefined ? $get(properties, ownerOf(properties), key) : $own(properties, key);
    descriptors[found.length] = toDescriptor(value);
    found[found.length] = key;
  }
  for (let i = 0; i < found.length; i++) {
    //: the property is fixed, or the object takes no more
    if (!defineOwn(object, found[i], descriptors[i])) $fault('ReadonlyProperty');
  }
  return object;
}
