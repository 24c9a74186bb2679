// What all iterators of the language inherit from (ECMAScript 27.1.4, 27.1.5): they are iterable themselves.

import { define, setPrototype, symbolAsyncIterator, symbolIterator, symbolToStringTag } from './native.js';

export const iteratorPrototype = {};
$hide(iteratorPrototype, symbolIterator, { [symbolIterator]() { return this; } }[symbolIterator]);

export const asyncIteratorPrototype = {};
const asyncMethods = { [symbolAsyncIterator]() { return this; } };
$hide(asyncIteratorPrototype, symbolAsyncIterator, asyncMethods[symbolAsyncIterator]);

// Makes the instances of a class iterators, whose class no script sees.
export function becomeIterator(constructor, tag) {
  const prototype = constructor.prototype;
  delete prototype.constructor;
  setPrototype(prototype, iteratorPrototype);
  define(prototype, symbolToStringTag, tag, HIDDEN | READONLY);
}
