/*---
description: A feature that is
features: [class-fields-private]
flags: [onlyStrict]
---*/

class C {
  #x = 1;
  get() {
    return this.#x;
  }
}
assert.sameValue(new C().get(), 1);
