// The methods that make HTML of a text (ECMAScript B.2.2).

import { charCode, slice } from './native.js';
import { thisText } from './convert.js';

// CreateHTML without an attribute.
function element(text, name) {
  return `<${name}>${thisText(text)}</${name}>`;
}

// CreateHTML with one, whose quotation marks are escaped.
function elementWith(text, name, attribute, value) {
  const content = thisText(text);
  const given = `${value}`;
  let escaped = '';
  let start = 0;
  for (let i = 0; i < given.length; i++) {
    if (charCode(given, i) !== 0x22) continue;
    escaped += slice(given, start, i) + '&quot;';
    start = i + 1;
  }
  escaped += slice(given, start, given.length);
  return `<${name} ${attribute}="${escaped}">${content}</${name}>`;
}

export const prototype = {
  anchor(name) {
    return elementWith(this, 'a', 'name', name);
  },

  big() {
    return element(this, 'big');
  },

  blink() {
    return element(this, 'blink');
  },

  bold() {
    return element(this, 'b');
  },

  fixed() {
    return element(this, 'tt');
  },

  fontcolor(color) {
    return elementWith(this, 'font', 'color', color);
  },

  fontsize(size) {
    return elementWith(this, 'font', 'size', size);
  },

  italics() {
    return element(this, 'i');
  },

  link(url) {
    return elementWith(this, 'a', 'href', url);
  },

  small() {
    return element(this, 'small');
  },

  strike() {
    return element(this, 'strike');
  },

  sub() {
    return element(this, 'sub');
  },

  sup() {
    return element(this, 'sup');
  },
};
