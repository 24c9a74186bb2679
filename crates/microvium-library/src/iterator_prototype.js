// What all iterators of the language inherit from (ECMAScript 27.1.4): they are iterable themselves.

import { symbolIterator } from './native.js';

export const iteratorPrototype = {};
$hide(iteratorPrototype, symbolIterator, { [symbolIterator]() { return this; } }[symbolIterator]);
