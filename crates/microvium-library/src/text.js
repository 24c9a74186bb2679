// Work on strings that several modules share.

import { charCode, description, slice } from './native.js';

// The code point at an index; a lone surrogate is itself, and -1 means that there is none.
export function codePoint(text, index) {
  const first = charCode(text, index);
  if (first < 0xd800 || first > 0xdbff) return first;
  const second = charCode(text, index + 1);
  if (second < 0xdc00 || second > 0xdfff) return first;
  return ((first - 0xd800) << 10) + (second - 0xdc00) + 0x10000;
}

// The first position from `start` on at which a text is, or -1.
export function find(text, wanted, start) {
  const last = text.length - wanted.length;
  const first = charCode(wanted, 0);
  for (let i = start; i <= last; i++) {
    if (first >= 0 && charCode(text, i) !== first) continue;
    if (slice(text, i, i + wanted.length) === wanted) return i;
  }
  return -1;
}

// The last position up to `start` at which a text is, or -1.
export function findLast(text, wanted, start) {
  const last = text.length - wanted.length;
  for (let i = start < last ? start : last; i >= 0; i--) {
    if (slice(text, i, i + wanted.length) === wanted) return i;
  }
  return -1;
}

// White space and line terminators (ECMAScript 12.2, 12.3).
export function isSpace(unit) {
  return (
    unit === 0x20 ||
    (unit >= 9 && unit <= 13) ||
    unit === 0xa0 ||
    unit === 0x1680 ||
    (unit >= 0x2000 && unit <= 0x200a) ||
    unit === 0x2028 ||
    unit === 0x2029 ||
    unit === 0x202f ||
    unit === 0x205f ||
    unit === 0x3000 ||
    unit === 0xfeff
  );
}

export function repeat(text, count) {
  let result = '';
  let power = text;
  if (text === '') return '';
  // No text has room for so many.
  if (count > 0x3fffffff) $fault('RangeError'); //: the text would be too long
  for (let rest = count; rest > 0; rest >>= 1) {
    if (rest & 1) result += power;
    if (rest > 1) power += power;
  }
  return result;
}

// GetSubstitution (ECMAScript 22.1.3.19.1), for a match without groups.
export function substitute(template, matched, position, text) {
  let result = '';
  let done = 0;
  for (;;) {
    const at = find(template, '$', done);
    if (at < 0) break;
    result += slice(template, done, at);
    done = at + 2;
    const what = template[at + 1];
    if (what === '$') result += '$';
    else if (what === '&') result += matched;
    else if (what === '`') result += slice(text, 0, position);
    else if (what === "'") {
      result += slice(text, position + matched.length, text.length);
    } else {
      result += '$';
      done = at + 1;
    }
  }
  return result + slice(template, done, template.length);
}

// SymbolDescriptiveString.
export function symbolText(symbol) {
  const text = description(symbol);
  return `Symbol(${text === undefined ? '' : text})`;
}
