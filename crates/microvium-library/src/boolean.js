// Boolean (ECMAScript 20.3).

import { booleans, fallBack, primitiveOf, unwrap } from './exotic.js';
import { fix } from './provide.js';
import { wrap } from './wrapper.js';

function thisBoolean(value) {
  const boolean = primitiveOf ? unwrap(value) : value;
  if (value === booleans) return false;
  if (typeof boolean !== 'boolean') $fault('TypeError'); //: `this` is no boolean
  return boolean;
}

export function Boolean(value) {
  if (new.target === undefined) return !!value;
  if (fallBack) fallBack(this, Boolean);
  return wrap(this, !!value);
}

fix(Boolean, { prototype: booleans });
export const prototype = {
  constructor: Boolean,

  toString() {
    return `${thisBoolean(this)}`;
  },

  valueOf() {
    return thisBoolean(this);
  },
};
