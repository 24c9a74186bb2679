// Array (ECMAScript 23.1).

import { getPrototype, setPrototype, symbolUnscopables } from './native.js';
import { requireFunction, toLength } from './convert.js';
import { isTemplate } from './exotic.js';
import { closeQuietly, iterateIfIterable, step } from './iterate.js';
import { fix, provide } from './provide.js';
import { addSpecies } from './species.js';

export function Array(...items) {
  // The engine has no arrays of other prototypes.
  if (new.target !== undefined && new.target !== Array) $fault('NotImplemented');
  if (items.length !== 1 || typeof items[0] !== 'number') return items;
  const list = [];
  list.length = items[0] + 0; // 0 for -0
  return list;
}

provide(Array, {
  isArray(value) {
    if (isTemplate && isTemplate(value)) return true;
    return $isArray(value);
  },

  from(items, callback, thisArg) {
    if (items === undefined || items === null) $fault('TypeError');
    if (callback !== undefined) requireFunction(callback);
    const list = [];
    const add = (item) => {
      const index = list.length;
      list[index] = callback === undefined ? item : $call(callback, thisArg, item, index);
    };
    const source = iterateIfIterable(items);
    if ($isArray(source)) {
      for (let i = 0; i < source.length; i++) add(source[i]);
    } else if (source !== undefined) {
      try {
        for (;;) {
          const item = step(source);
          if (source.done) break;
          add(item);
        }
      } finally {
        closeQuietly(source);
      }
    } else {
      const length = toLength(items.length);
      for (let i = 0; i < length; i++) add(items[i]);
    }
    return list;
  },

  of(...items) {
    return items;
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
