// What of String.prototype follows Unicode's normalization forms (ECMAScript 22.1.3.12, 22.1.3.15; UAX #15). The tables
// are Unicode's: see `normalization.rs`.

import { charCode, fromCharCode } from './native.js';
import { thisText } from './convert.js';

// Hangul syllables are composed by arithmetic.
const SYLLABLES = 0xac00;
const LEADING = 0x1100;
const VOWELS = 0x1161;
const TRAILING = 0x11a7;

// The second one of a pair is of the same plane, or of the first if it is below this.
const NEAR = 0x1000;

// The units that a table has for a code point.
function entry(table, point) {
  let start = 0;
  for (let i = 0; i < table.length; ) {
    start += table[i];
    const count = table[i + 1];
    const size = table[i + 2];
    if (point < start) return undefined;
    if (point < start + count) {
      const index = point - start;
      if (size === 0) return [table[i + 3] + index];
      const units = [];
      for (let k = 0; k < size; k++) units[k] = table[i + 3 + index * size + k];
      return units;
    }
    start += count;
    i += 3 + (size === 0 ? 1 : count * size);
  }
  return undefined;
}

// The canonical combining class of a code point.
function classOf(point) {
  let start = 0;
  for (let i = 0; i < CLASSES.length; i += 3) {
    start += CLASSES[i];
    if (point < start) return 0;
    start += CLASSES[i + 1];
    if (point < start) return CLASSES[i + 2];
  }
  return 0;
}

// The code points of units.
function pointsOf(length, unitAt) {
  const points = [];
  for (let i = 0; i < length; i++) {
    let point = unitAt(i);
    if ((point & 0xfc00) === 0xd800 && i + 1 < length) {
      const low = unitAt(i + 1);
      if ((low & 0xfc00) === 0xdc00) {
        point = 0x10000 + ((point & 0x3ff) << 10) + (low & 0x3ff);
        i++;
      }
    }
    points[points.length] = point;
  }
  return points;
}

function textOf(points) {
  let text = '';
  for (let i = 0; i < points.length; i++) {
    const point = points[i];
    if (point < 0x10000) {
      text += fromCharCode(point);
    } else {
      const rest = point - 0x10000;
      text += fromCharCode(0xd800 + (rest >> 10)) + fromCharCode(0xdc00 + (rest & 0x3ff));
    }
  }
  return text;
}

// Adds the decomposition of a code point to a list; by the `other` table too, if there is one.
function decompose(list, point, other) {
  if (point < 0xa0) {
    list[list.length] = point;
    return;
  }
  const syllable = point - SYLLABLES;
  if (syllable >= 0 && syllable < 11172) {
    list[list.length] = LEADING + ((syllable / 588) | 0);
    list[list.length] = VOWELS + (((syllable % 588) / 28) | 0);
    if (syllable % 28 !== 0) list[list.length] = TRAILING + (syllable % 28);
    return;
  }
  const units = (other !== undefined ? entry(other, point) : undefined) ?? entry(CANONICAL, point);
  if (units !== undefined) {
    const points = pointsOf(units.length, (i) => units[i]);
    for (let i = 0; i < points.length; i++) list[list.length] = points[i];
    return;
  }
  const pair = entry(PAIRS, point);
  if (pair === undefined) {
    list[list.length] = point;
    return;
  }
  const plane = point & -0x10000;
  decompose(list, plane | pair[0], other);
  list[list.length] = pair[1] < NEAR ? pair[1] : plane | pair[1];
}

// The decomposition of a text as code points, in canonical order.
function decomposed(text, other) {
  const points = pointsOf(text.length, (i) => charCode(text, i));
  const list = [];
  for (let i = 0; i < points.length; i++) decompose(list, points[i], other);
  for (let i = 1; i < list.length; i++) {
    const point = list[i];
    const order = point < 0x300 ? 0 : classOf(point);
    if (order === 0) continue;
    let j = i;
    for (; j > 0 && classOf(list[j - 1]) > order; j--) list[j] = list[j - 1];
    list[j] = point;
  }
  return list;
}

// What two code points are composed to, or -1.
function composition(first, last) {
  const leading = first - LEADING;
  const vowel = last - VOWELS;
  if (leading >= 0 && leading < 19 && vowel >= 0 && vowel < 21) return SYLLABLES + (leading * 21 + vowel) * 28;
  const syllable = first - SYLLABLES;
  const trailing = last - TRAILING;
  if (syllable >= 0 && syllable < 11172 && syllable % 28 === 0 && trailing > 0 && trailing < 28) return first + trailing;
  // No pair is of these.
  if (last < 0x300 || (first >= 0x3100 && first < 0x10000)) return -1;
  const plane = first & -0x10000;
  const a = first & 0xffff;
  const b = last & 0xffff;
  if (last >= NEAR && ((last & -0x10000) !== plane || b < NEAR)) return -1;
  let start = 0;
  for (let i = 0; i < PAIRS.length; ) {
    start += PAIRS[i];
    const count = PAIRS[i + 1];
    i += 3;
    for (let k = 0; k < count; k++, i += 2) {
      if (PAIRS[i] === a && PAIRS[i + 1] === b && ((start + k) & -0x10000) === plane) return start + k;
    }
    start += count;
  }
  return -1;
}

// Composes what is in canonical order, in place.
function compose(points) {
  let length = 0;
  let starter = -1;
  let last = 0;
  for (let i = 0; i < points.length; i++) {
    const point = points[i];
    const order = point < 0x300 ? 0 : classOf(point);
    if (starter >= 0 && (last < order || starter === length - 1)) {
      const whole = composition(points[starter], point);
      if (whole >= 0) {
        points[starter] = whole;
        continue;
      }
    }
    if (order === 0) starter = length;
    last = order;
    points[length++] = point;
  }
  points.length = length;
  return points;
}

export const prototype = {
  // As without ECMA-402: by the code units of canonical decompositions.
  localeCompare(that) {
    const a = textOf(decomposed(thisText(this), undefined));
    const b = textOf(decomposed(`${that}`, undefined));
    if (a === b) return 0;
    return a < b ? -1 : 1;
  },

  normalize(form) {
    const text = thisText(this);
    const name = form === undefined ? 'NFC' : `${form}`;
    const other = name === 'NFKC' || name === 'NFKD' ? COMPATIBLE : undefined;
    //: the form is none of 'NFC', 'NFD', 'NFKC', 'NFKD'
    if (other === undefined && name !== 'NFC' && name !== 'NFD') $fault('RangeError');
    const points = decomposed(text, other);
    return textOf(name === 'NFC' || name === 'NFKC' ? compose(points) : points);
  },
};
