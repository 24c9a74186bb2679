/*---
description: A module that imports itself
flags: [module]
---*/

import { value as imported } from './itself.js';

export let value = 1;
value = 2;
assert.sameValue(imported, 2);
