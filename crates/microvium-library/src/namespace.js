// Module namespaces (ECMAScript 10.4.6), which are the engine's; here is what tells them from other objects.

import { attributes, symbolToStringTag } from './native.js';
import { setNamespace } from './exotic.js';

// See `attribute` in the format: no other property has it.
const NAMESPACE = 32;

// There are namespaces. Only top levels call this.
export function namespaces() {
  setNamespace((value) => attributes(value, symbolToStringTag) >= NAMESPACE);
}
