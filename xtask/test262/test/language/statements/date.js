/*---
description: Refused, as what its text names isn't there, though no feature says so.
---*/
assert.sameValue(typeof Date.now(), 'number');
