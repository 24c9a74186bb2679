// The iterators of what has elements by index (ECMAScript 22.1.5, 23.1.5).

import { getPrototype, symbolIterator } from './native.js';
import { countOf, setArraysAnew } from './exotic.js';
import { becomeIterator, isAsMade } from './iterator_prototype.js';

export function element(list, index) {
  return list[index];
}

// An iterator over a list, of what `pick` makes of each index.
export class ArrayIterator {
  #source;
  #pick;
  #index = 0;

  constructor(source, pick) {
    this.#source = source;
    this.#pick = pick;
  }

  next() {
    const source = this.#source;
    const index = this.#index;
    // A length counts without its fraction.
    if (index + 1 <= (countOf ? countOf(source) : source.length)) {
      this.#index = index + 1;
      return { value: this.#pick(source, index), done: false };
    }
    // Once the end was seen, there is nothing more.
    this.#source = '';
    return { value: undefined, done: true };
  }
}
becomeIterator(ArrayIterator, 'Array Iterator');

function requireObject(value) {
  if (value === undefined || value === null) $fault('TypeError'); //: `this` is undefined or null
  return value;
}

export const prototype = {
  entries() {
    return new ArrayIterator(requireObject(this), (list, index) => [index, list[index]]);
  },

  keys() {
    return new ArrayIterator(requireObject(this), (list, index) => index);
  },

  values() {
    return new ArrayIterator(requireObject(this), element);
  },
};
prototype[symbolIterator] = prototype.values;

const { values } = prototype;
const { next } = ArrayIterator.prototype;
export const isAnew = () => !isAsMade(getPrototype([]), values, ArrayIterator, next);
setArraysAnew(isAnew);
