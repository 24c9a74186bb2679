// Number.prototype (ECMAScript 21.1.3), but `constructor`.

import { charCode, fromBits, highBits, lowBits, slice } from './native.js';
import { toInteger } from './convert.js';
import { numbers, primitiveOf, unwrap } from './exotic.js';
import { expand, leadingDigits, nextDigit, roundDigits } from './decimal.js';
import { repeat } from './text.js';

const DIGITS = '0123456789abcdefghijklmnopqrstuvwxyz';

function thisNumber(value) {
  const number = primitiveOf ? unwrap(value) : value;
  if (value === numbers) return 0;
  if (typeof number !== 'number') $fault('TypeError'); //: `this` is no number
  return number;
}

// The digits of a fraction in a radix: as few as tell it from the next number, as V8 has them. Returns a
// carry into the integer, and the digits. Without float literals: see `toInteger`.
function fractionDigits(value, fraction, radix) {
  const low = lowBits(value);
  const next = fromBits(highBits(value) + (low === -1 ? 1 : 0), (low + 1) | 0);
  let delta = (next - value) / 2;
  if (delta === 0) delta = next - value;
  let rest = fraction;
  let digits = '';
  while (rest >= delta) {
    rest *= radix;
    delta *= radix;
    const digit = rest - (rest % 1);
    digits += DIGITS[digit];
    rest -= digit;
    if (rest + rest > 1 || (rest + rest === 1 && digit % 2 === 1)) {
      if (rest + delta > 1) return carry(digits, radix);
    }
  }
  return { carry: 0, digits: digits };
}

// One more in the last place.
function carry(digits, radix) {
  for (let last = digits.length - 1; last >= 0; last--) {
    const unit = charCode(digits, last);
    const digit = unit > 0x39 ? unit - 0x61 + 10 : unit - 0x30;
    if (digit + 1 < radix) return { carry: 0, digits: slice(digits, 0, last) + DIGITS[digit + 1] };
  }
  return { carry: 1, digits: '' };
}

function inRadix(value, radix) {
  const fraction = value % 1;
  let integer = value - fraction;
  let digits = '';
  if (fraction > 0) {
    const result = fractionDigits(value, fraction, radix);
    integer += result.carry;
    if (result.digits !== '') digits = '.' + result.digits;
  }
  // Digits that the number doesn't determine are zeros.
  for (let rest = integer / radix; rest / 0x40000000 >= 0x800000; rest /= radix) {
    integer = rest;
    digits = '0' + digits;
  }
  do {
    const rest = integer % radix;
    digits = DIGITS[rest - (rest % 1)] + digits;
    integer = (integer - rest) / radix;
  } while (integer > 0);
  return digits;
}

// What isn't finite is printed alike everywhere.
function isFinite(value) {
  return value - value === 0;
}

// d.ddde±n of significant digits and the exponent of the first.
function exponential(digits, exponent) {
  const rest = digits.length > 1 ? '.' + slice(digits, 1, digits.length) : '';
  return `${digits[0]}${rest}e${exponent < 0 ? '-' : '+'}${exponent < 0 ? -exponent : exponent}`;
}

export const prototype = {
  toExponential(fractionDigits) {
    const value = thisNumber(this);
    const places = toInteger(fractionDigits);
    if (!isFinite(value)) return `${value}`;
    if (places < 0 || places > 100) $fault('RangeError'); //: the number of digits is from 0 to 100
    const sign = value < 0 ? '-' : '';
    const magnitude = sign === '' ? value : -value;
    const wanted = fractionDigits === undefined ? 0 : places + 1;
    const leading = leadingDigits(magnitude, wanted);
    return sign + exponential(leading.digits, leading.exponent);
  },

  toFixed(fractionDigits) {
    const value = thisNumber(this);
    const places = toInteger(fractionDigits);
    if (places < 0 || places > 100) $fault('RangeError'); //: the number of digits is from 0 to 100
    if (!isFinite(value) || value >= 1e21 || value <= -1e21) return `${value}`;
    const sign = value < 0 ? '-' : '';
    const expanded = expand(sign === '' ? value : -value);
    const limbs = expanded.limbs;
    let digits = expanded.whole;
    for (let i = 0; i <= places; i++) digits += nextDigit(limbs);
    digits = roundDigits(digits);
    const point = digits.length - places;
    const text = slice(digits, 0, point);
    return sign + (places > 0 ? `${text}.${slice(digits, point, digits.length)}` : text);
  },

  toLocaleString() {
    return `${thisNumber(this)}`;
  },

  toPrecision(precision) {
    const value = thisNumber(this);
    if (precision === undefined) return `${value}`;
    const places = toInteger(precision);
    if (!isFinite(value)) return `${value}`;
    if (places < 1 || places > 100) $fault('RangeError'); //: the number of digits is from 1 to 100
    const sign = value < 0 ? '-' : '';
    const leading = leadingDigits(sign === '' ? value : -value, places);
    const digits = leading.digits;
    const exponent = leading.exponent;
    if (exponent < -6 || exponent >= places) return sign + exponential(digits, exponent);
    if (exponent < 0) return `${sign}0.${repeat('0', -1 - exponent)}${digits}`;
    const point = exponent + 1;
    if (point === places) return sign + digits;
    return `${sign}${slice(digits, 0, point)}.${slice(digits, point, places)}`;
  },

  toString(radix) {
    const value = thisNumber(this);
    const base = radix === undefined ? 10 : toInteger(radix);
    if (base < 2 || base > 36) $fault('RangeError'); //: the base is from 2 to 36
    if (base === 10 || !isFinite(value)) return `${value}`;
    return value < 0 ? '-' + inRadix(-value, base) : inRadix(value, base);
  },

  valueOf() {
    return thisNumber(this);
  },
};
