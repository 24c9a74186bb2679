/*---
description: A test that ends when it says so
flags: [async]
includes: [compare.js]
---*/

(async () => {
  await null;
  assert.compare([1, 2], [1, 2]);
})().then($DONE, $DONE);
