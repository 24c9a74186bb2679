// Reflect (ECMAScript 28.1).

import { attributes, getPrototype, isClosed, isConstructor, setPrototype, symbolToStringTag } from './native.js';
import { listOf, requireFunction, toKey } from './convert.js';
import { elementAt, isNamespace, ownerOf, setFallBack } from './exotic.js';
import { preventExtensions } from './integrity.js';
import { allKeys, ownSymbols } from './keys.js';
import { defineOwn, getDescriptor, ownAttributes, setFor, toDescriptor } from './property.js';
import { provide, tag } from './provide.js';
import { changePrototype, requirePrototype } from './prototypes.js';

function requireObject(value) {
  if (!$isObject(value)) $fault('TypeError'); //: the first argument is no object
}

const objectPrototype = getPrototype({});
// The innermost `new.target` that a script has chosen.
let chosen;

function constructFor(target, callee, list) {
  const outer = chosen;
  chosen = target;
  setFallBack(fallBack);
  try {
    return $construct(callee, target, list);
  } finally {
    chosen = outer;
  }
}

// GetPrototypeFromConstructor (ECMAScript 10.1.14), for the library's constructors: what the engine has made inherits from
// `Object.prototype` if that of `new.target` is no object, or is a getter's. Only what a script has chosen has no other one.
function fallBack(instance, constructor) {
  if (chosen === undefined || getPrototype(instance) !== objectPrototype) return;
  const { prototype } = chosen;
  setPrototype(instance, $isObject(prototype) ? prototype : constructor.prototype);
}

// Whether a key is that of an element which a typed array on the chain of prototypes lacks: then nothing else is looked at
// (ECMAScript 10.4.5.2, 10.4.5.4). The engine does.
function lacksElement(object, key) {
  for (let it = object; it !== null; it = getPrototype(it)) {
    const index = elementAt(it, key);
    if (index !== undefined) return index < 0;
    // A name of a namespace is there before it has a value.
    if (isNamespace && isNamespace(it)) return false;
    if (attributes(it, key) >= 0) return false;
  }
  return false;
}

export const Reflect = provide({}, {
  apply(callee, thisArg, list) {
    requireFunction(callee); //: the first argument is not a function
    return $apply(callee, thisArg, listOf(list));
  },

  construct(callee, list, ...target) {
    const constructor = target.length === 0 ? callee : target[0];
    //: what is to be constructed is not a constructor
    if (!isConstructor(callee) || !isConstructor(constructor)) $fault('TypeError');
    return constructFor(constructor, callee, listOf(list));
  },

  defineProperty(object, key, descriptor) {
    requireObject(object);
    const name = toKey(key);
    return defineOwn(object, name, toDescriptor(descriptor));
  },

  deleteProperty(object, key) {
    requireObject(object);
    const name = toKey(key);
    // A name of a namespace is there before it has a value.
    if (isNamespace && isNamespace(object)) return !(name in object);
    if (elementAt && elementAt(object, name) >= 0) return false;
    const found = ownAttributes(object, name);
    return found < 0 || ((found & FIXED) === 0 && delete object[name]);
  },

  get(object, key, ...receiver) {
    requireObject(object);
    if (elementAt) {
      const name = toKey(key);
      if (lacksElement(object, name)) return undefined;
      return $get(receiver.length === 0 ? object : receiver[0], object, name);
    }
    if (receiver.length === 0) return object[key];
    return $get(receiver[0], object, toKey(key));
  },

  getOwnPropertyDescriptor(object, key) {
    requireObject(object);
    return getDescriptor(object, toKey(key));
  },

  getPrototypeOf(object) {
    requireObject(object);
    return getPrototype(ownerOf && ownerOf(object) !== undefined ? ownerOf(object) : object);
  },

  has(object, key) {
    requireObject(object);
    if (elementAt) {
      const name = toKey(key);
      return !lacksElement(object, name) && name in object;
    }
    return key in object;
  },

  isExtensible(object) {
    requireObject(object);
    return !isClosed(ownerOf && ownerOf(object) !== undefined ? ownerOf(object) : object);
  },

  ownKeys(object) {
    requireObject(object);
    const keys = allKeys(object);
    const symbols = ownSymbols(object);
    for (let i = 0; i < symbols.length; i++) keys[keys.length] = symbols[i];
    return keys;
  },

  preventExtensions(object) {
    requireObject(object);
    preventExtensions(object);
    return true;
  },

  set(object, key, value, ...receiver) {
    requireObject(object);
    return setFor(receiver.length === 0 ? object : receiver[0], object, toKey(key), value);
  },

  setPrototypeOf(object, prototype) {
    requireObject(object);
    requirePrototype(prototype);
    return changePrototype(object, prototype);
  },
});
tag(Reflect, symbolToStringTag, 'Reflect');
