// String.prototype[Symbol.iterator] (ECMAScript 22.1.3.36).

import { getPrototype, symbolIterator } from './native.js';
import { thisText } from './convert.js';
import { setStringsAnew } from './exotic.js';
import { characters } from './iterate.js';
import { becomeIterator, isAsMade } from './iterator_prototype.js';

class StringIterator {
  #characters;
  #index = 0;

  constructor(characters) {
    this.#characters = characters;
  }

  next() {
    const characters = this.#characters;
    const index = this.#index;
    if (index >= characters.length) return { value: undefined, done: true };
    this.#index = index + 1;
    return { value: characters[index], done: false };
  }
}
becomeIterator(StringIterator, 'String Iterator');

export const prototype = {
  [symbolIterator]() {
    return new StringIterator(characters(thisText(this)));
  },
};

const iterator = prototype[symbolIterator];
const { next } = StringIterator.prototype;
export const isAnew = () => !isAsMade(getPrototype(''), iterator, StringIterator, next);
setStringsAnew(isAnew);
