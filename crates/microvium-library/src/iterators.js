// The iterators of what has elements by index (ECMAScript 22.1.5, 23.1.5).

import { setPrototype, symbolIterator } from './native.js';
import { iteratorPrototype } from './iterator_prototype.js';

export function element(list, index) {
  return list[index];
}

// An iterator over a list, of what `pick` makes of each index.
export function iteratorOver(list, pick) {
  let source = list;
  let index = 0;
  const iterator = setPrototype({}, iteratorPrototype);
  const methods = {
    next() {
      // A length counts without its fraction.
      if (index + 1 <= source.length) return { value: pick(source, index++), done: false };
      // Once the end was seen, there is nothing more.
      source = '';
      return { value: undefined, done: true };
    },
  };
  $hide(iterator, 'next', methods.next);
  return iterator;
}

function requireObject(value) {
  if (value === undefined || value === null) $fault('TypeError');
  return value;
}

export const prototype = {
  entries() {
    return iteratorOver(requireObject(this), (list, index) => [index, list[index]]);
  },

  keys() {
    return iteratorOver(requireObject(this), (list, index) => index);
  },

  values() {
    return iteratorOver(requireObject(this), element);
  },
};
prototype[symbolIterator] = prototype.values;
