// The iterators of Map and Set (ECMAScript 24.1.5, 24.2.5).

import { define, setPrototype, symbolToStringTag } from './native.js';
import { iteratorPrototype } from './iterator_prototype.js';
import { advance } from './table.js';

// Makes the prototype of a class that of iterators.
export function finish(prototype, name) {
  delete prototype.constructor;
  setPrototype(prototype, iteratorPrototype);
  define(prototype, symbolToStringTag, name, READONLY | HIDDEN);
}

// What an iterator gives next. Once it has come to the end, it stays there.
export function next(walk) {
  const { table, pick } = walk;
  const at = table === null ? -1 : advance(walk);
  if (at < 0) {
    walk.table = null;
    return { value: undefined, done: true };
  }
  return { value: pick(table, at), done: false };
}

export function keyAt(table, at) {
  return table.keys[at];
}
