/*---
description: Files of the harness may declare the same name; what a function declares is its own.
includes: [doneprintHandle.js, twice.js]
---*/
assert.sameValue(onlyHere(), 1);
assert.sameValue(typeof hidden, 'undefined');
