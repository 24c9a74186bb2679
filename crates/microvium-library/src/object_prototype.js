// Object.prototype (ECMAScript 20.1.3), but `constructor`.

import { accessor, defineAccessor, getPrototype, hasOwn, symbolToStringTag, typeCode } from './native.js';
import { toKey } from './convert.js';
import { booleans, isArguments, isArrayObject, numbers, ownerOf, primitiveOf, strings, unwrap } from './exotic.js';
import { nameFunction } from './function.js';
import { isEnumerable, isList } from './keys.js';
import { toPrimitive } from './primitive.js';
import { defineOwn, ownAttributes, toDescriptor } from './property.js';
import { changePrototype } from './prototypes.js';
import { toObject } from './wrapper.js';

const TYPES = [
  'Undefined',
  'Null',
  'Boolean',
  'Number',
  'String',
  'Function',
  'Object',
  'Array',
  'Object',
  'Function',
];

// What `toString` says of anything.
export function objectText(value) {
  const tag = value === undefined || value === null ? value : value[symbolToStringTag];
  if (isArguments && typeof tag !== 'string' && isArguments(value)) return '[object Arguments]';
  // Said to be objects, so that nothing is asked where there are no errors.
  if (typeof tag !== 'string' && $isObject(value) && $asObject(value).$$error === $asObject(value)) return '[object Error]';
  if (isArrayObject && typeof tag !== 'string' && isArrayObject(value)) return '[object Array]';
  let inner = primitiveOf ? unwrap(value) : value;
  if (value === booleans) inner = false;
  if (value === numbers) inner = 0;
  if (value === strings) inner = '';
  return `[object ${typeof tag === 'string' ? tag : TYPES[typeCode(inner)]}]`;
}

function requireObject(value) {
  if (value === undefined || value === null) $fault('TypeError'); //: `this` is undefined or null
}

function defineHalf(object, key, half, isSetter) {
  requireObject(object);
  if (typeof half !== 'function') $fault('TypeError'); //: the getter or setter is not a function
  const it = { enumerable: true, configurable: true };
  if (isSetter) it.set = half;
  else it.get = half;
  const name = toKey(key);
  //: the property is fixed, or the object takes no more
  if ($isObject(object) && !defineOwn(object, name, toDescriptor(it))) $fault('ReadonlyProperty');
}

// The getter or the setter that a property has or inherits.
function lookUpHalf(object, key, isSetter) {
  requireObject(object);
  const name = toKey(key);
  for (let it = object; it !== null; it = getPrototype(it)) {
    const owner = ownerOf && ownerOf(it) !== undefined ? ownerOf(it) : it;
    const found = ownAttributes(owner, name);
    if (found >= 0) return (found & ACCESSOR) === 0 ? undefined : accessor(owner, name, isSetter);
  }
  return undefined;
}

export const prototype = {
  // The next four: B.2.2.2 to B.2.2.5.
  __defineGetter__(key, getter) {
    defineHalf(this, key, getter, false);
  },

  __defineSetter__(key, setter) {
    defineHalf(this, key, setter, true);
  },

  __lookupGetter__(key) {
    return lookUpHalf(this, key, false);
  },

  __lookupSetter__(key) {
    return lookUpHalf(this, key, true);
  },

  hasOwnProperty(key) {
    const name = $isObjectKey(key) ? toPrimitive(key, 'string') : key;
    requireObject(this);
    return hasOwn(ownerOf && ownerOf(this) !== undefined ? ownerOf(this) : this, name);
  },

  isPrototypeOf(object) {
    if (!$isObject(object)) return false;
    requireObject(this);
    for (let it = getPrototype(object); it !== null; it = getPrototype(it)) {
      if (it === this) return true;
    }
    return false;
  },

  propertyIsEnumerable(key) {
    const name = toKey(key);
    requireObject(this);
    if (name === 'length' && isList(this)) return false;
    return isEnumerable(this, name);
  },

  toLocaleString() {
    return this.toString();
  },

  toString() {
    return objectText(this);
  },

  valueOf() {
    return $isObject(this) ? this : toObject(this);
  },
};

// Object.prototype.__proto__ (B.2.2.1).
const ofPrototype = {
  get() {
    requireObject(this);
    return getPrototype(ownerOf && ownerOf(this) !== undefined ? ownerOf(this) : this);
  },

  set(value) {
    requireObject(this);
    if (value !== null && !$isObject(value)) return;
    //: the object's prototype can't be changed, or would be in a circle
    if ($isObject(this) && !changePrototype(this, value)) $fault('TypeError');
  },
};
nameFunction(ofPrototype.get, 0, 'get __proto__');
nameFunction(ofPrototype.set, 1, 'set __proto__');
defineAccessor(prototype, '__proto__', ofPrototype.get, ofPrototype.set, HIDDEN);
