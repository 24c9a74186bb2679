// Number (ECMAScript 21.1).

import { fromBits, getPrototype } from './native.js';
import { fallBack } from './exotic.js';
import { parseFloat, parseInt } from './parse.js';
import { fix, provide } from './provide.js';
import { wrap } from './wrapper.js';

const MAX_SAFE = 9007199254740991;

function isInteger(value) {
  return typeof value === 'number' && value % 1 === 0;
}

export function Number(...value) {
  const number = value.length > 0 ? +value[0] : 0;
  if (new.target === undefined) return number;
  if (fallBack) fallBack(this, Number);
  return wrap(this, number);
}

provide(Number, {
  isFinite(value) {
    return typeof value === 'number' && value - value === 0;
  },

  isInteger(value) {
    return isInteger(value);
  },

  isNaN(value) {
    return typeof value === 'number' && value !== value;
  },

  isSafeInteger(value) {
    return isInteger(value) && value <= MAX_SAFE && value >= -MAX_SAFE;
  },

  parseFloat,
  parseInt,
});

fix(Number, {
  EPSILON: fromBits(0x3cb00000, 0),
  MAX_SAFE_INTEGER: MAX_SAFE,
  MAX_VALUE: 1.7976931348623157e308,
  MIN_SAFE_INTEGER: -MAX_SAFE,
  MIN_VALUE: 5e-324,
  NaN: NaN,
  NEGATIVE_INFINITY: -Infinity,
  POSITIVE_INFINITY: Infinity,
  prototype: getPrototype(0),
});

export const prototype = { constructor: Number };
