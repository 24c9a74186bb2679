// A plain test.
/*---
esid: sec-block
description: What a block declares is its own
---*/

let x = 1;
{
  let x = 2;
  assert.sameValue(x, 2);
}
assert.sameValue(x, 1);
assert.throws(TypeError, () => null.x);
