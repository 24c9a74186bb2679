// JSON (ECMAScript 25.5).

import { attributes, charCode, fromCharCode, isClosed, slice, symbolToStringTag } from './native.js';
import { booleans, elementAt, isArrayObject, numbers, ownerOf, primitiveOf, strings, unwrap } from './exotic.js';
import { listLength, toInteger } from './convert.js';
import { enumerableKeys } from './keys.js';
import { tryCreateData } from './property.js';
import { provide, tag } from './provide.js';
import { repeat } from './text.js';
import { SyntaxError } from './error.js';

const ESCAPES = { 8: '\\b', 9: '\\t', 10: '\\n', 12: '\\f', 13: '\\r', 34: '\\"', 92: '\\\\' };
const HEX = '0123456789abcdef';

function escaped(unit) {
  return '\\u' + HEX[unit >> 12] + HEX[(unit >> 8) & 15] + HEX[(unit >> 4) & 15] + HEX[unit & 15];
}

function quote(text) {
  let result = '"';
  let done = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = charCode(text, i);
    let by;
    if (unit < 0x20 || unit === 0x22 || unit === 0x5c) {
      by = ESCAPES[unit];
      if (by === undefined) by = escaped(unit);
    } else if (unit >= 0xd800 && unit <= 0xdfff) {
      const next = charCode(text, i + 1);
      if (unit <= 0xdbff && next >= 0xdc00 && next <= 0xdfff) {
        i++;
        continue;
      }
      by = escaped(unit);
    } else {
      continue;
    }
    result += slice(text, done, i) + by;
    done = i + 1;
  }
  return result + slice(text, done, text.length) + '"';
}

// What is written for an object around a primitive: what it converts to.
function valueIn(value) {
  const primitive = unwrap(value);
  switch (typeof primitive) {
    case 'number':
      return +value;
    case 'string':
      return `${value}`;
  }
  return typeof primitive === 'boolean' ? primitive : value;
}

// What `stringify` keeps while it works.
class Writer {
  constructor(replacer, keys, gap) {
    this.replacer = replacer;
    this.keys = keys;
    this.gap = gap;
    this.indent = '';
    this.outer = [];
  }

  // SerializeJSONProperty; undefined if there is nothing to write.
  property(holder, key) {
    let value = ownerOf && ownerOf(holder) !== undefined ? $get(holder, ownerOf(holder), key) : $own(holder, key);
    if ($isObject(value)) {
      const toJSON = value.toJSON;
      if (typeof toJSON === 'function') value = $call(toJSON, value, key);
    }
    if (this.replacer !== undefined) value = $call(this.replacer, holder, key, value);
    if (value === null) return 'null';
    if (primitiveOf) value = valueIn(value);
    switch (typeof value) {
      case 'boolean':
        return value ? 'true' : 'false';
      case 'string':
        return quote(value);
      case 'number':
        return value - value === 0 ? `${value}` : 'null';
      case 'object':
        if (value === booleans) return 'false';
        if (value === numbers) return `${+value}`;
        if (value === strings) return quote(`${value}`);
        return this.structure(value);
    }
  }

  structure(value) {
    for (let i = 0; i < this.outer.length; i++) {
      //: an object is in itself, directly or through others: JSON has no form for that
      if (this.outer[i] === value) $fault('TypeError');
    }
    this.outer[this.outer.length] = value;
    const before = this.indent;
    this.indent += this.gap;
    let first = '{';
    let last = '}';
    let empty = '{}';
    let text;
    if ($isArray(value) || (isArrayObject && isArrayObject(value))) {
      first = '[';
      last = ']';
      empty = '[]';
      text = this.elements(value);
    } else {
      text = this.members(value);
    }
    const separator = this.gap === '' ? '' : '\n' + this.indent;
    this.indent = before;
    this.outer.length -= 1;
    if (text === '') return empty;
    const end = this.gap === '' ? '' : '\n' + before;
    return first + separator + text + end + last;
  }

  elements(list) {
    const between = this.gap === '' ? ',' : ',\n' + this.indent;
    const length = listLength(list);
    let text = '';
    for (let i = 0; i < length; i++) {
      const element = this.property(list, `${i}`);
      text += (i > 0 ? between : '') + (element === undefined ? 'null' : element);
    }
    return text;
  }

  members(object) {
    const between = this.gap === '' ? ',' : ',\n' + this.indent;
    const keys = this.keys === undefined ? enumerableKeys(object) : this.keys;
    let text = '';
    for (let i = 0; i < keys.length; i++) {
      const member = this.property(object, keys[i]);
      if (member === undefined) continue;
      const colon = this.gap === '' ? ':' : ': ';
      text += (text === '' ? '' : between) + quote(keys[i]) + colon + member;
    }
    return text;
  }
}

// The keys that a replacer array names.
function namedKeys(list) {
  const keys = [];
  const length = listLength(list);
  for (let i = 0; i < length; i++) {
    const item = list[i];
    const primitive = primitiveOf ? unwrap(item) : item;
    if (typeof primitive !== 'string' && typeof primitive !== 'number') continue;
    const key = `${item}`;
    let known = false;
    for (let k = 0; k < keys.length; k++) known = known || keys[k] === key;
    if (!known) keys[keys.length] = key;
  }
  return keys;
}

function gapOf(value) {
  const space = primitiveOf ? valueIn(value) : value;
  if (typeof space === 'number') {
    const count = toInteger(space);
    return repeat(' ', count > 10 ? 10 : count < 0 ? 0 : count);
  }
  if (typeof space !== 'string') return '';
  return space.length > 10 ? slice(space, 0, 10) : space;
}

// Where `parse` is in its text.
class Reader {
  constructor(text) {
    this.text = text;
    this.at = 0;
  }

  fail() {
    throw new SyntaxError(`JSON.parse: unexpected text at position ${this.at}`);
  }

  // The code unit that comes next behind white space, which stays; -1 at the end.
  peek() {
    for (;;) {
      const unit = charCode(this.text, this.at);
      if (unit !== 0x20 && unit !== 9 && unit !== 10 && unit !== 13) return unit;
      this.at++;
    }
  }

  value() {
    const unit = this.peek();
    switch (unit) {
      case 0x22:
        return this.string();
      case 0x5b:
        return this.array();
      case 0x7b:
        return this.object();
      case 0x74:
        return this.word('true', true);
      case 0x66:
        return this.word('false', false);
      case 0x6e:
        return this.word('null', null);
    }
    return this.number();
  }

  word(word, value) {
    const end = this.at + word.length;
    if (slice(this.text, this.at, end) !== word) this.fail();
    this.at = end;
    return value;
  }

  // Skips digits, of which there must be one.
  digits() {
    const start = this.at;
    for (;;) {
      const unit = charCode(this.text, this.at);
      if (unit < 0x30 || unit > 0x39) break;
      this.at++;
    }
    if (this.at === start) this.fail();
  }

  number() {
    const start = this.at;
    if (charCode(this.text, this.at) === 0x2d) this.at++;
    if (charCode(this.text, this.at) === 0x30) this.at++;
    else this.digits();
    if (charCode(this.text, this.at) === 0x2e) {
      this.at++;
      this.digits();
    }
    if ((charCode(this.text, this.at) | 0x20) === 0x65) {
      this.at++;
      const sign = charCode(this.text, this.at);
      if (sign === 0x2b || sign === 0x2d) this.at++;
      this.digits();
    }
    return +slice(this.text, start, this.at);
  }

  string() {
    let result = '';
    let done = ++this.at;
    for (;;) {
      const unit = charCode(this.text, this.at);
      if (unit < 0x20) this.fail();
      if (unit === 0x22) break;
      this.at++;
      if (unit !== 0x5c) continue;
      result += slice(this.text, done, this.at - 1) + this.escape();
      done = this.at;
    }
    result += slice(this.text, done, this.at);
    this.at++;
    return result;
  }

  // What stands behind a backslash.
  escape() {
    const letter = this.text[this.at++];
    switch (letter) {
      case '"':
      case '\\':
      case '/':
        return letter;
      case 'b':
        return '\b';
      case 'f':
        return '\f';
      case 'n':
        return '\n';
      case 'r':
        return '\r';
      case 't':
        return '\t';
      case 'u':
        return this.hexadecimal();
    }
    this.at--;
    this.fail();
  }

  hexadecimal() {
    let code = 0;
    for (let i = 0; i < 4; i++) {
      const unit = charCode(this.text, this.at);
      const letter = unit | 0x20;
      if (unit >= 0x30 && unit <= 0x39) code = code * 16 + unit - 0x30;
      else if (letter >= 0x61 && letter <= 0x66) code = code * 16 + letter - 0x61 + 10;
      else this.fail();
      this.at++;
    }
    return fromCharCode(code);
  }

  array() {
    const list = [];
    this.at++;
    if (this.peek() === 0x5d) {
      this.at++;
      return list;
    }
    for (;;) {
      list[list.length] = this.value();
      if (!this.more(0x5d)) return list;
    }
  }

  object() {
    const object = {};
    this.at++;
    if (this.peek() === 0x7d) {
      this.at++;
      return object;
    }
    for (;;) {
      if (this.peek() !== 0x22) this.fail();
      const key = this.string();
      if (this.peek() !== 0x3a) this.fail();
      this.at++;
      $define(object, key, this.value());
      if (!this.more(0x7d)) return object;
    }
  }

  // Whether a comma follows and not the end.
  more(end) {
    const unit = this.peek();
    if (unit !== 0x2c && unit !== end) this.fail();
    this.at++;
    return unit === 0x2c;
  }
}

// InternalizeJSONProperty.
function revive(holder, key, reviver) {
  const value = holder[key];
  if ($isArray(value) || (isArrayObject && isArrayObject(value))) {
    const length = listLength(value);
    for (let i = 0; i < length; i++) replace(value, `${i}`, reviver);
  } else if ($isObject(value)) {
    const keys = enumerableKeys(value);
    for (let i = 0; i < keys.length; i++) replace(value, keys[i], reviver);
  }
  return $call(reviver, holder, key, value);
}

// Gives a property its revived value, or deletes it; what can't be changed stays as it is.
function replace(object, key, reviver) {
  const value = revive(object, key, reviver);
  if (elementAt) {
    const index = elementAt(object, key);
    if (index !== undefined) {
      if (index >= 0 && value !== undefined) object[index] = value;
      return;
    }
  }
  const owner = ownerOf && ownerOf(object) !== undefined ? ownerOf(object) : object;
  const found = attributes(owner, key);
  if (found < 0 ? isClosed(owner) : (found & FIXED) !== 0 || ($isArray(object) && isClosed(object))) return;
  if (value === undefined) delete object[key];
  else if (isArrayObject && isArrayObject(object)) tryCreateData(object, key, value);
  else $define(object, key, value);
}

export const JSON = provide({}, {
  parse(text, reviver) {
    const reader = new Reader(`${text}`);
    const value = reader.value();
    if (reader.peek() >= 0) reader.fail();
    if (typeof reviver !== 'function') return value;
    return revive({ '': value }, '', reviver);
  },

  stringify(value, replacer, space) {
    const isFunction = typeof replacer === 'function';
    const keys = $isArray(replacer) || (isArrayObject && isArrayObject(replacer)) ? namedKeys(replacer) : undefined;
    const writer = new Writer(isFunction ? replacer : undefined, keys, gapOf(space));
    return writer.property({ '': value }, '');
  },
});
tag(JSON, symbolToStringTag, 'JSON');
