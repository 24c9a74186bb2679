// parseInt and parseFloat (ECMAScript 19.2), isNaN and isFinite.

import { charCode, slice } from './native.js';
import { isSpace } from './text.js';

// The value of a digit in any radix up to 36, or 36.
function digit(unit) {
  if (unit >= 0x30 && unit <= 0x39) return unit - 0x30;
  const letter = unit | 0x20;
  return letter >= 0x61 && letter <= 0x7a ? letter - 0x61 + 10 : 36;
}

function skipSpace(text) {
  let start = 0;
  while (start < text.length && isSpace(charCode(text, start))) start++;
  return start;
}

// The end of the decimal digits from `start` on.
function digitsEnd(text, start) {
  let end = start;
  while (digit(charCode(text, end)) < 10) end++;
  return end;
}

// Digits of a radix that isn't exact: what fits in 32 bits at a time.
function accumulate(text, start, end, radix) {
  let value = 0;
  for (let at = start; at < end; ) {
    let part = 0;
    let multiplier = 1;
    while (at < end && multiplier * radix <= 119304647) {
      part = part * radix + digit(charCode(text, at));
      multiplier *= radix;
      at++;
    }
    value = value * multiplier + part;
  }
  return value;
}

// The same digits in binary, for a radix that is a power of two.
function binary(text, start, end, radix) {
  let bits = '0b';
  for (let at = start; at < end; at++) {
    const value = digit(charCode(text, at));
    for (let bit = radix >> 1; bit > 0; bit >>= 1) bits += value & bit ? '1' : '0';
  }
  return bits;
}

function parsed(text, start, end, radix) {
  // So many digits of any radix are exact.
  if (end - start <= 10) return accumulate(text, start, end, radix);
  if (radix === 10) return +slice(text, start, end);
  if ((radix & (radix - 1)) === 0) return +binary(text, start, end, radix);
  return accumulate(text, start, end, radix);
}

const functions = {
  parseInt(string, radix) {
    const text = `${string}`;
    let start = skipSpace(text);
    const sign = charCode(text, start);
    if (sign === 0x2b || sign === 0x2d) start++;
    let base = radix | 0;
    const prefixed = charCode(text, start) === 0x30 && (charCode(text, start + 1) | 0x20) === 0x78;
    if (base !== 0 && (base < 2 || base > 36)) return NaN;
    if (prefixed && (base === 0 || base === 16)) {
      start += 2;
      base = 16;
    }
    if (base === 0) base = 10;
    let end = start;
    while (digit(charCode(text, end)) < base) end++;
    if (end === start) return NaN;
    // Else zeros would decide what is added up together.
    while (start + 1 < end && charCode(text, start) === 0x30) start++;
    const value = parsed(text, start, end, base);
    return sign === 0x2d ? -value : value;
  },

  parseFloat(string) {
    const text = `${string}`;
    const start = skipSpace(text);
    const sign = charCode(text, start);
    const first = sign === 0x2b || sign === 0x2d ? start + 1 : start;
    if (slice(text, first, first + 8) === 'Infinity') return +slice(text, start, first + 8);
    let end = digitsEnd(text, first);
    let digits = end - first;
    if (charCode(text, end) === 0x2e) {
      const after = digitsEnd(text, end + 1);
      digits += after - end - 1;
      if (digits > 0) end = after;
    }
    if (digits === 0) return NaN;
    if ((charCode(text, end) | 0x20) === 0x65) {
      const exponentSign = charCode(text, end + 1);
      const exponent = exponentSign === 0x2b || exponentSign === 0x2d ? end + 2 : end + 1;
      const after = digitsEnd(text, exponent);
      if (after > exponent) end = after;
    }
    return +slice(text, start, end);
  },

  isNaN(value) {
    const number = +value;
    return number !== number;
  },

  isFinite(value) {
    const number = +value;
    return number - number === 0;
  },
};

export const parseInt = functions.parseInt;
export const parseFloat = functions.parseFloat;
export const isNaN = functions.isNaN;
export const isFinite = functions.isFinite;
