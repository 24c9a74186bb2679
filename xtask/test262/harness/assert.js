// What every test may use: assertions.
function assert(mustBeTrue, message) {
  if (mustBeTrue === true) return;
  throw new Test262Error(message === undefined ? 'expected true' : message);
}

assert._same = function (a, b) {
  if (a === b) return a !== 0 || 1 / a === 1 / b;
  return a !== a && b !== b;
};

assert.sameValue = function (actual, expected, message) {
  if (assert._same(actual, expected)) return;
  throw new Test262Error(`${message}: ${String(actual)} and ${String(expected)}`);
};

assert.throws = function (expected, run, message) {
  if (typeof run !== 'function') throw new Test262Error('no function');
  try {
    run();
  } catch (thrown) {
    if (typeof thrown !== 'object' || thrown === null) throw new Test262Error('thrown is no object');
    if (thrown.constructor !== expected) throw new Test262Error(`${message}: ${thrown.name}`);
    return;
  }
  throw new Test262Error(`${message}: nothing thrown`);
};
