// String.prototype (ECMAScript 22.1.3), but what is in modules of its own. Regular expressions are the
// caller's: what would make one throws.

import {
  charCode,
  slice,
  symbolMatch,
  symbolMatchAll,
  symbolReplace,
  symbolSearch,
  symbolSplit,
} from './native.js';
import { relative, relativeEnd, thisText, toInteger } from './convert.js';
import { allDoneBy, doneBy, isPattern, primitiveOf, strings, unwrap } from './exotic.js';
import { codePoint, find, findLast, isSpace, repeat, substitute } from './text.js';

function thisString(value) {
  const text = primitiveOf ? unwrap(value) : value;
  if (value === strings) return '';
  if (typeof text !== 'string') $fault('TypeError'); //: `this` is no string
  return text;
}

function within(value, length) {
  const index = toInteger(value);
  if (index < 0) return 0;
  return index < length ? index : length;
}

function trim(text, start, end) {
  let first = 0;
  let last = text.length;
  while (start && first < last && isSpace(charCode(text, first))) first++;
  while (end && first < last && isSpace(charCode(text, last - 1))) last--;
  return slice(text, first, last);
}

// The filler of `padStart` and `padEnd`.
function filler(text, width, fill) {
  const missing = toInteger(width) - text.length;
  if (missing <= 0) return '';
  const by = fill === undefined ? ' ' : `${fill}`;
  if (by === '') return '';
  let filled = by;
  while (filled.length <= missing - filled.length) filled += filled;
  if (filled.length > missing) return slice(filled, 0, missing);
  return filled + slice(filled, 0, missing - filled.length);
}

// What is to be found in a text, which may be anything but a regular expression.
function searched(value) {
  //: the argument is a pattern, where a text is wanted
  if ($isObject(value) && isPattern && isPattern(value)) $fault('TypeError');
  return `${value}`;
}

// What replaces `matched`, which is at `position` of a text.
function replacement(by, matched, position, text) {
  if (typeof by === 'function') return `${by(matched, position, text)}`;
  return substitute(by, matched, position, text);
}

export const prototype = {
  at(index) {
    const text = thisText(this);
    const position = toInteger(index);
    return text[position < 0 ? position + text.length : position];
  },

  charAt(index) {
    const text = thisText(this);
    const position = toInteger(index);
    return position < 0 || position >= text.length ? '' : slice(text, position, position + 1);
  },

  charCodeAt(index) {
    const text = thisText(this);
    const unit = charCode(text, toInteger(index));
    return unit < 0 ? NaN : unit;
  },

  codePointAt(index) {
    const text = thisText(this);
    const point = codePoint(text, toInteger(index));
    return point < 0 ? undefined : point;
  },

  concat(...others) {
    let text = thisText(this);
    for (let i = 0; i < others.length; i++) text += `${others[i]}`;
    return text;
  },

  endsWith(search, end) {
    const text = thisText(this);
    const wanted = searched(search);
    const last = end === undefined ? text.length : within(end, text.length);
    const first = last - wanted.length;
    return first >= 0 && slice(text, first, last) === wanted;
  },

  includes(search, start) {
    const text = thisText(this);
    const wanted = searched(search);
    return find(text, wanted, within(start, text.length)) >= 0;
  },

  indexOf(search, start) {
    const text = thisText(this);
    const wanted = `${search}`;
    return find(text, wanted, within(start, text.length));
  },

  isWellFormed() {
    const text = thisText(this);
    for (let i = 0; i < text.length; i++) {
      const point = codePoint(text, i);
      if (point > 0xffff) i++;
      else if (point >= 0xd800 && point <= 0xdfff) return false;
    }
    return true;
  },

  lastIndexOf(search, start) {
    const text = thisText(this);
    const wanted = `${search}`;
    const number = +start;
    const from = number === number ? within(number, text.length) : text.length;
    return findLast(text, wanted, from);
  },

  match(pattern) {
    const given = $isObject(pattern) && doneBy && doneBy(pattern, symbolMatch, [this]);
    if (given) return given[0];
    thisText(this);
    $fault('NotImplemented'); //: regular expressions are not supported
  },

  matchAll(pattern) {
    const given = $isObject(pattern) && allDoneBy && allDoneBy(pattern, symbolMatchAll, [this]);
    if (given) return given[0];
    thisText(this);
    $fault('NotImplemented'); //: regular expressions are not supported
  },

  padEnd(width, fill) {
    const text = thisText(this);
    return text + filler(text, width, fill);
  },

  padStart(width, fill) {
    const text = thisText(this);
    return filler(text, width, fill) + text;
  },

  repeat(count) {
    const text = thisText(this);
    const times = toInteger(count);
    // An infinity is the only number that is its own successor and has no remainder.
    if (times < 0 || times % 1 !== 0) $fault('RangeError'); //: the count is an integer from 0
    return repeat(text, times);
  },

  replace(search, by) {
    const given = $isObject(search) && doneBy && doneBy(search, symbolReplace, [this, by]);
    if (given) return given[0];
    const text = thisText(this);
    const wanted = `${search}`;
    const with_ = typeof by === 'function' ? by : `${by}`;
    const position = find(text, wanted, 0);
    if (position < 0) return text;
    return (
      slice(text, 0, position) +
      replacement(with_, wanted, position, text) +
      slice(text, position + wanted.length, text.length)
    );
  },

  replaceAll(search, by) {
    const given = $isObject(search) && allDoneBy && allDoneBy(search, symbolReplace, [this, by]);
    if (given) return given[0];
    const text = thisText(this);
    const wanted = `${search}`;
    const with_ = typeof by === 'function' ? by : `${by}`;
    let result = '';
    let done = 0;
    for (let position = find(text, wanted, 0); position >= 0; ) {
      result += slice(text, done, position) + replacement(with_, wanted, position, text);
      done = position + wanted.length;
      position = find(text, wanted, wanted === '' ? done + 1 : done);
    }
    return result + slice(text, done, text.length);
  },

  search(pattern) {
    const given = $isObject(pattern) && doneBy && doneBy(pattern, symbolSearch, [this]);
    if (given) return given[0];
    thisText(this);
    $fault('NotImplemented'); //: regular expressions are not supported
  },

  slice(start, end) {
    const text = thisText(this);
    const first = relative(start, text.length);
    const last = relativeEnd(end, text.length);
    return first < last ? slice(text, first, last) : '';
  },

  split(separator, limit) {
    const given = $isObject(separator) && doneBy && doneBy(separator, symbolSplit, [this, limit]);
    if (given) return given[0];
    const text = thisText(this);
    const most = limit === undefined ? -1 >>> 0 : limit >>> 0;
    const between = `${separator}`;
    const parts = [];
    if (most === 0) return parts;
    if (separator === undefined) return [text];
    if (between === '') {
      for (let i = 0; i < text.length && i < most; i++) parts[i] = text[i];
      return parts;
    }
    let done = 0;
    for (;;) {
      const position = find(text, between, done);
      if (position < 0) break;
      parts[parts.length] = slice(text, done, position);
      if (parts.length >= most) return parts;
      done = position + between.length;
    }
    parts[parts.length] = slice(text, done, text.length);
    return parts;
  },

  startsWith(search, start) {
    const text = thisText(this);
    const wanted = searched(search);
    const first = within(start, text.length);
    const last = first + wanted.length;
    return last <= text.length && slice(text, first, last) === wanted;
  },

  substr(start, length) {
    const text = thisText(this);
    const first = relative(start, text.length);
    const count = length === undefined ? text.length : toInteger(length);
    const last = first + count < text.length ? first + count : text.length;
    return first < last ? slice(text, first, last) : '';
  },

  substring(start, end) {
    const text = thisText(this);
    const a = within(start, text.length);
    const b = end === undefined ? text.length : within(end, text.length);
    return a < b ? slice(text, a, b) : slice(text, b, a);
  },

  toString() {
    return thisString(this);
  },

  toWellFormed() {
    const text = thisText(this);
    let result = '';
    let done = 0;
    for (let i = 0; i < text.length; i++) {
      const point = codePoint(text, i);
      if (point > 0xffff) i++;
      else if (point >= 0xd800 && point <= 0xdfff) {
        result += slice(text, done, i) + '\ufffd';
        done = i + 1;
      }
    }
    return result + slice(text, done, text.length);
  },

  trim() {
    return trim(thisText(this), true, true);
  },

  trimEnd() {
    return trim(thisText(this), false, true);
  },

  trimStart() {
    return trim(thisText(this), true, false);
  },

  valueOf() {
    return thisString(this);
  },
};

prototype.trimLeft = prototype.trimStart;
prototype.trimRight = prototype.trimEnd;
