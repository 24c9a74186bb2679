// What the engine asks of functions.

// A function object made while the program runs gets its `prototype` at once, if anything may ask for it
// (ECMAScript 10.2.5).
export function makePrototype(func) {
  const prototype = {};
  $hide(prototype, 'constructor', func);
  $hide(func, 'prototype', prototype);
  return func;
}
