// Boolean (ECMAScript 20.3).

import { getPrototype } from './native.js';
import { fix } from './provide.js';

function thisBoolean(value) {
  if (typeof value !== 'boolean') $fault('TypeError');
  return value;
}

export function Boolean(value) {
  // There are no objects around primitives.
  if (this instanceof Boolean) $fault('NotImplemented');
  return !!value;
}

fix(Boolean, { prototype: getPrototype(true) });
export const prototype = {
  constructor: Boolean,

  toString() {
    return `${thisBoolean(this)}`;
  },

  valueOf() {
    return thisBoolean(this);
  },
};
