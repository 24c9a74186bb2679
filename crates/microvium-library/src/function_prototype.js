// Function.prototype (ECMAScript 20.2.3), but what needs the text of a function.

import { symbolHasInstance } from './native.js';
import { listOf, requireFunction } from './convert.js';

export const prototype = {
  length: 0,
  name: '',

  apply(thisArg, list) {
    requireFunction(this);
    return $apply(this, thisArg, list === undefined || list === null ? [] : listOf(list));
  },

  // A bound function can't be constructed.
  bind(thisArg, ...first) {
    const target = this;
    requireFunction(target);
    return $bound((...rest) => $apply(target, thisArg, [...first, ...rest]), [target, first]);
  },

  call(thisArg, ...list) {
    requireFunction(this);
    return $apply(this, thisArg, list);
  },

  // OrdinaryHasInstance (ECMAScript 7.3.21).
  [symbolHasInstance](value) {
    return typeof this === 'function' && value instanceof this;
  },

  toString() {
    $fault('TypeError');
  },
};
