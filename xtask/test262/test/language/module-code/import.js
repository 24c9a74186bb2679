/*---
description: A module, and one that it imports
flags: [module]
---*/

import { value } from './value_FIXTURE.js';

assert.sameValue(value, 7);
assert.sameValue(typeof this, 'undefined');
