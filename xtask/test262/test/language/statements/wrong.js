/*---
description: Expected to fail, so that failing is seen
---*/

assert.sameValue(1, 2, 'numbers');
