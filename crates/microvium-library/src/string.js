// String (ECMAScript 22.1).

import { fromCharCode, getPrototype } from './native.js';
import { toLength } from './convert.js';
import { fallBack } from './exotic.js';
import { fix, provide } from './provide.js';
import { symbolText } from './text.js';
import { wrap } from './wrapper.js';

export function String(...value) {
  if (new.target !== undefined) {
    const text = value.length > 0 ? `${value[0]}` : '';
    if (fallBack) fallBack(this, String);
    return wrap(this, text);
  }
  if (value.length === 0) return '';
  return typeof value[0] === 'symbol' ? symbolText(value[0]) : `${value[0]}`;
}

provide(String, {
  fromCharCode(...units) {
    let text = '';
    for (let i = 0; i < units.length; i++) text += fromCharCode(units[i] & 0xffff);
    return text;
  },

  fromCodePoint(...points) {
    let text = '';
    for (let i = 0; i < points.length; i++) {
      const point = +points[i];
      //: a code point is an integer from 0 to 0x10ffff
      if (point % 1 !== 0 || point < 0 || point > 0x10ffff) $fault('RangeError');
      if (point > 0xffff) text += fromCharCode(0xd7c0 + (point >> 10)) + fromCharCode(0xdc00 | (point & 0x3ff));
      else text += fromCharCode(point);
    }
    return text;
  },

  raw(template, ...values) {
    const parts = template.raw;
    const length = toLength(parts.length);
    let text = '';
    for (let i = 0; i < length; i++) {
      text += `${parts[i]}`;
      if (i + 1 < length && i < values.length) text += `${values[i]}`;
    }
    return text;
  },
});

fix(String, { prototype: getPrototype('') });
export const prototype = { constructor: String };
