// Upper and lower case (ECMAScript 22.1.3.28, 22.1.3.30). The tables are Unicode's: see `case.rs`.

import { charCode, fromCharCode, slice } from './native.js';
import { thisText } from './convert.js';

// The code point at an index.
function pointAt(text, index) {
  const high = charCode(text, index);
  if ((high & 0xfc00) !== 0xd800) return high;
  const low = charCode(text, index + 1);
  return (low & 0xfc00) === 0xdc00 ? 0x10000 + ((high & 0x3ff) << 10) + (low & 0x3ff) : high;
}

function textOf(point) {
  if (point < 0x10000) return fromCharCode(point);
  const rest = point - 0x10000;
  return fromCharCode(0xd800 + (rest >> 10)) + fromCharCode(0xdc00 + (rest & 0x3ff));
}

// The code point in the other case, in 16 bits of its plane.
function shift(point, by) {
  return (point & -0x10000) | ((point + by) & 0xffff);
}

// The mapping of a code point that is in a table of exceptions.
function exception(table, point) {
  let at = 0;
  for (let i = 0; i < table.length && at < point; i += 2 + table[i + 1]) {
    at += table[i];
    if (at !== point) continue;
    let text = '';
    for (let k = 0; k < table[i + 1]; k++) text += fromCharCode(table[i + 2 + k]);
    return text;
  }
}

// The other one of a pair, or the code point itself.
function paired(point, upper) {
  let start = 0;
  for (let i = 0; i < PAIRS.length; i += 3) {
    start += PAIRS[i];
    const step = (PAIRS[i + 1] & 1) + 1;
    const first = upper ? shift(start, PAIRS[i + 2]) : start;
    const distance = point - first;
    if (distance >= 0 && distance < (PAIRS[i + 1] >> 1) * step && distance % step === 0) {
      return upper ? start + distance : shift(point, PAIRS[i + 2]);
    }
  }
  return point;
}

function isIn(table, point) {
  let end = 0;
  for (let i = 0; i < table.length; i += 2) {
    const start = end + table[i];
    if (point < start) return false;
    end = start + table[i + 1];
    if (point < end) return true;
  }
  return false;
}

// Whether the first character that isn't ignored is a letter with a case, from an index on in steps of 1
// or -1.
function meetsCased(text, index, step) {
  for (let i = index; i >= 0 && i < text.length; i += step) {
    // Of a pair of surrogates the whole is looked at, where its high one is.
    if ((charCode(text, i) & 0xfc00) === 0xdc00 && i > 0 && pointAt(text, i - 1) >= 0x10000) {
      continue;
    }
    const point = pointAt(text, i);
    // Those of plane 14 follow in the table as if they began at 0x1fc00, so that it fits 16 bits.
    if (!isIn(IGNORABLE, point < 0xe0000 ? point : point - 0xc0400)) return isIn(CASED, point);
  }
  return false;
}

function lower(text, index, point) {
  if (point === 0x3a3) {
    const final = meetsCased(text, index - 1, -1) && !meetsCased(text, index + 1, 1);
    return final ? '\u03c2' : '\u03c3';
  }
  return exception(LOWER, point) ?? textOf(paired(point, false));
}

function upper(text, index, point) {
  return exception(UPPER, point) ?? textOf(paired(point, true));
}

// The text with its letters from `first` on, of ASCII, in the other case, and all beyond ASCII mapped.
function convert(text, first, by, map) {
  let result = '';
  let start = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = charCode(text, i);
    if (unit < 0x80 && (unit < first || unit >= first + 26)) continue;
    const point = pointAt(text, i);
    result += slice(text, start, i);
    result += unit < 0x80 ? fromCharCode(unit + by) : map(text, i, point);
    if (point >= 0x10000) i++;
    start = i + 1;
  }
  return start === 0 ? text : result + slice(text, start, text.length);
}

function toLower(value) {
  return convert(thisText(value), 0x41, 0x20, lower);
}

function toUpper(value) {
  return convert(thisText(value), 0x61, -0x20, upper);
}

export const prototype = {
  toLocaleLowerCase() {
    return toLower(this);
  },

  toLocaleUpperCase() {
    return toUpper(this);
  },

  toLowerCase() {
    return toLower(this);
  },

  toUpperCase() {
    return toUpper(this);
  },
};

