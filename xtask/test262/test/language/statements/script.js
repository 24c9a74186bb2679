/*---
description: What only scripts may do
---*/

var name;
function name() {}

assert.sameValue(this, globalThis);
assert.sameValue(typeof name, 'function');
