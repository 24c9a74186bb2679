// Comparison of arrays, by functions that were taken from their prototypes.
var __join = assert.call.bind(Array.prototype.join);
var __has = assert.call.bind(Object.prototype.hasOwnProperty);

assert.compare = function (actual, expected) {
  assert.sameValue(__join(actual, '|'), __join(expected, '|'), 'arrays');
  assert(__has(expected, 'length'), 'length');
};
