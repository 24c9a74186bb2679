// Number (ECMAScript 21.1).

import { fromBits, getPrototype } from './native.js';
import { parseFloat, parseInt } from './parse.js';

const MAX_SAFE = 9007199254740991;

function isInteger(value) {
  return typeof value === 'number' && value % 1 === 0;
}

export function Number(...value) {
  // There are no objects around primitives.
  if (this instanceof Number) $fault('NotImplemented');
  return value.length > 0 ? +value[0] : 0;
}

Number.isFinite = {
  isFinite(value) {
    return typeof value === 'number' && value - value === 0;
  },
}.isFinite;
Number.isInteger = {
  isInteger(value) {
    return isInteger(value);
  },
}.isInteger;
Number.isNaN = {
  isNaN(value) {
    return typeof value === 'number' && value !== value;
  },
}.isNaN;
Number.isSafeInteger = {
  isSafeInteger(value) {
    return isInteger(value) && value <= MAX_SAFE && value >= -MAX_SAFE;
  },
}.isSafeInteger;
Number.parseFloat = parseFloat;
Number.parseInt = parseInt;
Number.EPSILON = fromBits(0x3cb00000, 0);
Number.MAX_SAFE_INTEGER = MAX_SAFE;
Number.MAX_VALUE = 1.7976931348623157e308;
Number.MIN_SAFE_INTEGER = -MAX_SAFE;
Number.MIN_VALUE = 5e-324;
Number.NaN = NaN;
Number.NEGATIVE_INFINITY = -Infinity;
Number.POSITIVE_INFINITY = Infinity;

Number.prototype = getPrototype(0);
export const prototype = { constructor: Number };
