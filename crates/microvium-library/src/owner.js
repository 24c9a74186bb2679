// Own properties of generators. A suspended call has none: an object has them that is put between the call and what it
// inherits from, and knows whose they are. So reading them needs nothing, and all else asks here.

import { getPrototype, setPrototype } from './native.js';
import { elementsOf, ownerOf, setOwners, waiting } from './exotic.js';

// A call may throw, where reading a field isn't known to.
const pointOf = (call) => $point(call);

// A generator as it is, undefined for anything else.
export function asWaiting(value) {
  if (elementsOf && elementsOf(value) !== undefined) return undefined;
  try {
    // Analysis comes behind this only where there may be one.
    return pointOf(value) === undefined ? value : value;
  } catch {
    return undefined;
  }
}

// The object with a generator's own properties, if it has some. What inherits from a generator finds it too.
function ownerOfGenerator(value) {
  return $isObject(value) && value.$$owned === value ? value.$$owner : undefined;
}

// The object that gets a generator's own properties, undefined for anything else. Where there are no generators, `waiting` is
// undefined, and nobody needs to ask.
export function ownerFor(object) {
  const owner = ownerOf ? ownerOf(object) : undefined;
  if (owner !== undefined) return owner;
  if (waiting(object) === undefined) return undefined;
  // Here, not when the module is evaluated: see `wrapper.js`.
  setOwners(ownerOfGenerator);
  const made = setPrototype({}, getPrototype(object));
  made.$$owned = object;
  made.$$owner = made;
  $setResult(object, made);
  return made;
}
