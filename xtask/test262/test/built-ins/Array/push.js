/*---
description: An include
includes:
  - compare.js
---*/

const list = [];
list.push(1, 2);
assert.compare(list, [1, 2]);
assert.sameValue(typeof $262.global, 'object');
