/*---
description: Of a feature that isn't supported
features: [Proxy, Reflect]
---*/

new Proxy({}, {});
