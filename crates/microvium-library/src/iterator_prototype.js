// What all iterators of the language inherit from (ECMAScript 27.1.4, 27.1.5): they are iterable themselves.

import { attributes, define, setPrototype, symbolAsyncIterator, symbolIterator, symbolToStringTag } from './native.js';
import { setInherited } from './exotic.js';

// Analysis knows by the mark that what scripts do to this may change how arrays are iterated.
export const iteratorPrototype = { $$iterator: true };
$hide(iteratorPrototype, symbolIterator, { [symbolIterator]() { return this; } }[symbolIterator]);

setInherited(iteratorPrototype);

export const asyncIteratorPrototype = {};
const asyncMethods = { [symbolAsyncIterator]() { return this; } };
$hide(asyncIteratorPrototype, symbolAsyncIterator, asyncMethods[symbolAsyncIterator]);

// Makes the instances of a class iterators, whose class no script sees.
export function becomeIterator(constructor, tag) {
  const prototype = constructor.prototype;
  delete prototype.constructor;
  setPrototype(prototype, iteratorPrototype);
  prototype.$$iterator = true;
  define(prototype, symbolToStringTag, tag, HIDDEN | READONLY);
}

// Whether the iterators that a prototype's objects give are those of a class, and do what they did when the program
// began. Nothing of a script runs to find out.
export function isAsMade(prototype, method, constructor, next) {
  const iterators = constructor.prototype;
  return (
    attributes(prototype, symbolIterator) === HIDDEN &&
    $own(prototype, symbolIterator) === method &&
    attributes(iterators, 'next') === HIDDEN &&
    $own(iterators, 'next') === next &&
    !('return' in iterators)
  );
}
