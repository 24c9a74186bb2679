// Array (ECMAScript 23.1).

import { getPrototype, isConstructor, setPrototype, symbolIterator, symbolUnscopables } from './native.js';
import { makeArrayObject } from './array_object.js';
import { listLength, requireFunction } from './convert.js';
import { isArrayObject } from './exotic.js';
import { closeQuietly, iterateIfIterable, recordBy, step } from './iterate.js';
import { createElement } from './property.js';
import { fix, provide } from './provide.js';
import { addSpecies } from './species.js';

export function Array(...items) {
  if (new.target !== undefined && $asObject(new.target) !== Array) {
    const prototype = new.target.prototype;
    return makeArrayObject(Array(...items), $isObject(prototype) ? prototype : undefined);
  }
  if (items.length !== 1 || typeof items[0] !== 'number') return items;
  const list = [];
  list.length = items[0] + 0; // 0 for -0
  return list;
}

// Array.from (ECMAScript 23.1.2.1) of a constructor that isn't Array itself.
function fromInto(constructor, items, callback, thisArg) {
  const map = (item, index) => (callback === undefined ? item : $call(callback, thisArg, item, index));
  const method = items[symbolIterator];
  let index = 0;
  let made;
  if (method === undefined || method === null) {
    const length = listLength(items);
    made = new constructor(length);
    for (; index < length; index++) createElement(made, index, map(items[index], index));
  } else {
    requireFunction(method); //: `Symbol.iterator` is not a function
    made = new constructor();
    const source = recordBy(items, method);
    try {
      for (; ; index++) {
        const item = step(source);
        if (source.$$done) break;
        createElement(made, index, map(item, index));
      }
    } finally {
      closeQuietly(source);
    }
  }
  made.length = index;
  return made;
}

provide(Array, {
  isArray(value) {
    if (isArrayObject && isArrayObject(value)) return true;
    return $isArray(value);
  },

  from(items, callback, thisArg) {
    //: there is nothing to make an array of: it is undefined or null
    if (items === undefined || items === null) $fault('TypeError');
    if (callback !== undefined) requireFunction(callback); //: the callback is not a function
    if (this !== Array && isConstructor(this)) return fromInto(this, items, callback, thisArg);
    const list = [];
    const add = (item) => {
      const index = list.length;
      list[index] = callback === undefined ? item : $call(callback, thisArg, item, index);
    };
    const source = iterateIfIterable(items);
    if ($isArray(source)) {
      for (let i = 0; i < source.length; i++) add(source[i]);
    } else if (source !== undefined) {
      const record = $asOther(source);
      try {
        for (;;) {
          const item = step(record);
          if (record.$$done) break;
          add(item);
        }
      } finally {
        closeQuietly(record);
      }
    } else {
      const length = listLength(items);
      if (length >>> 0 !== length) $fault('RangeError'); //: a length is an integer from 0 to 4294967295
      for (let i = 0; i < length; i++) add(items[i]);
    }
    return list;
  },

  of(...items) {
    if (this === Array || !isConstructor(this)) return items;
    const made = new this(items.length);
    for (let i = 0; i < items.length; i++) createElement(made, i, items[i]);
    made.length = items.length;
    return made;
  },
});

fix(Array, { prototype: getPrototype([]) });
addSpecies(Array);
export const prototype = { constructor: Array };

// What `with` of sloppy code doesn't see.
const names = [
  'at',
  'copyWithin',
  'entries',
  'fill',
  'find',
  'findIndex',
  'findLast',
  'findLastIndex',
  'flat',
  'flatMap',
  'includes',
  'keys',
  'toReversed',
  'toSorted',
  'toSpliced',
  'values',
];
const unscopables = setPrototype({}, null);
for (let i = 0; i < names.length; i++) unscopables[names[i]] = true;
prototype[symbolUnscopables] = unscopables;
