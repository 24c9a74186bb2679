// String.prototype[Symbol.iterator] (ECMAScript 22.1.3.36).

import { symbolIterator } from './native.js';
import { thisText } from './convert.js';
import { characters } from './iterate.js';
import { element, iteratorOver } from './iterators.js';

export const prototype = {
  [symbolIterator]() {
    return iteratorOver(characters(thisText(this)), element);
  },
};
