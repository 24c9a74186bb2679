// What async functions inherit from, and its constructor (ECMAScript 27.7). Text can't become code.

import { define, getPrototype, setPrototype, symbolToStringTag } from './native.js';
import { Function } from './function.js';
import { fix, tag } from './provide.js';

function AsyncFunction() {
  $fault('NotImplemented');
}
const prototype = setPrototype({}, getPrototype(AsyncFunction));
setPrototype(AsyncFunction, Function);
fix(AsyncFunction, { prototype });
define(prototype, 'constructor', AsyncFunction, READONLY | HIDDEN);
tag(prototype, symbolToStringTag, 'AsyncFunction');
// How analysis knows it.
prototype.$$async = true;

export function asyncFunction(func) {
  return setPrototype(func, prototype);
}
