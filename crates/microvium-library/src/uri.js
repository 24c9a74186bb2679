// encodeURI and its like (ECMAScript 19.2.6), escape and unescape (B.2.1).

import { charCode, fromCharCode, slice } from './native.js';
import { codePoint } from './text.js';
import { URIError } from './error.js';

const DIGITS = '0123456789ABCDEF';
const RESERVED = ";/?:@&=+$,";

function isWord(unit) {
  const letter = unit | 0x20;
  return (letter >= 0x61 && letter <= 0x7a) || (unit >= 0x30 && unit <= 0x39) || unit === 0x5f;
}

function isIn(text, unit) {
  for (let i = 0; i < text.length; i++) {
    if (charCode(text, i) === unit) return true;
  }
  return false;
}

function fail() {
  throw new URIError('URI malformed');
}

function hex(byte) {
  return '%' + DIGITS[byte >> 4] + DIGITS[byte & 15];
}

// All but words and some other characters as bytes of UTF-8.
function encode(text, kept) {
  let result = '';
  for (let i = 0; i < text.length; i++) {
    const unit = charCode(text, i);
    if (isWord(unit) || isIn("-.!~*'()", unit) || isIn(kept, unit)) {
      result += text[i];
      continue;
    }
    const point = codePoint(text, i);
    if (point >= 0xd800 && point <= 0xdfff) fail();
    if (point < 0x80) {
      result += hex(point);
      continue;
    }
    if (point < 0x800) {
      result += hex(0xc0 | (point >> 6));
    } else {
      if (point < 0x10000) {
        result += hex(0xe0 | (point >> 12));
      } else {
        i++;
        result += hex(0xf0 | (point >> 18)) + hex(0x80 | ((point >> 12) & 0x3f));
      }
      result += hex(0x80 | ((point >> 6) & 0x3f));
    }
    result += hex(0x80 | (point & 0x3f));
  }
  return result;
}

function digit(unit) {
  if (unit >= 0x30 && unit <= 0x39) return unit - 0x30;
  const letter = unit | 0x20;
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x61 + 10 : -1;
}

// The value of hexadecimal digits, -1 if some aren't.
function hexadecimal(text, start, end) {
  let value = 0;
  for (let i = start; i < end; i++) {
    const next = digit(charCode(text, i));
    if (next < 0) return -1;
    value = value * 16 + next;
  }
  return value;
}

// The byte at `%xx`.
function byteAt(text, index) {
  const value = charCode(text, index) === 0x25 ? hexadecimal(text, index + 1, index + 3) : -1;
  if (value < 0) fail();
  return value;
}

// But for those characters whose codes are kept.
function decode(text, kept) {
  let result = '';
  for (let i = 0; i < text.length; i++) {
    if (charCode(text, i) !== 0x25) {
      result += text[i];
      continue;
    }
    const start = i;
    let point = byteAt(text, i);
    i += 2;
    if (point < 0x80) {
      result += isIn(kept, point) ? slice(text, start, i + 1) : fromCharCode(point);
      continue;
    }
    let more = 1;
    let least = 0x80;
    if (point >= 0xf0) {
      more = 3;
      least = 0x10000;
    } else if (point >= 0xe0) {
      more = 2;
      least = 0x800;
    }
    if (point < 0xc0 || point >= 0xf8) fail();
    point &= 0x3f >> more;
    for (; more > 0; more--) {
      const next = byteAt(text, i + 1);
      if ((next & 0xc0) !== 0x80) fail();
      point = (point << 6) | (next & 0x3f);
      i += 3;
    }
    if (point < least || point > 0x10ffff || (point >= 0xd800 && point <= 0xdfff)) fail();
    if (point < 0x10000) result += fromCharCode(point);
    else result += fromCharCode(0xd7c0 + (point >> 10)) + fromCharCode(0xdc00 | (point & 0x3ff));
  }
  return result;
}

const functions = {
  decodeURI(uri) {
    return decode(`${uri}`, RESERVED + '#');
  },

  decodeURIComponent(component) {
    return decode(`${component}`, '');
  },

  encodeURI(uri) {
    return encode(`${uri}`, RESERVED + '#');
  },

  encodeURIComponent(component) {
    return encode(`${component}`, '');
  },

  escape(string) {
    const text = `${string}`;
    let result = '';
    for (let i = 0; i < text.length; i++) {
      const unit = charCode(text, i);
      if (isWord(unit) || isIn('@*+-./', unit)) result += text[i];
      else if (unit < 256) result += hex(unit);
      else result += '%u' + slice(hex(unit >> 8), 1, 3) + slice(hex(unit & 255), 1, 3);
    }
    return result;
  },

  unescape(string) {
    const text = `${string}`;
    let result = '';
    for (let i = 0; i < text.length; i++) {
      if (charCode(text, i) === 0x25) {
        const isLong = charCode(text, i + 1) === 0x75;
        const end = i + (isLong ? 6 : 3);
        const unit = hexadecimal(text, isLong ? i + 2 : i + 1, end);
        if (unit >= 0) {
          result += fromCharCode(unit);
          i = end - 1;
          continue;
        }
      }
      result += text[i];
    }
    return result;
  },
};

export const decodeURI = functions.decodeURI;
export const decodeURIComponent = functions.decodeURIComponent;
export const encodeURI = functions.encodeURI;
export const encodeURIComponent = functions.encodeURIComponent;
export const escape = functions.escape;
export const unescape = functions.unescape;
