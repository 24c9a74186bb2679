// Boolean (ECMAScript 20.3).

import { getPrototype } from './native.js';
import { primitiveOf, unwrap } from './exotic.js';
import { fix } from './provide.js';
import { wrap } from './wrapper.js';

function thisBoolean(value) {
  const boolean = primitiveOf ? unwrap(value) : value;
  if (typeof boolean !== 'boolean') $fault('TypeError');
  return boolean;
}

export function Boolean(value) {
  return new.target === undefined ? !!value : wrap(this, !!value);
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
