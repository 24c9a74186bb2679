/*---
description: Not for strict mode
flags: [noStrict]
---*/

with ({}) {}
