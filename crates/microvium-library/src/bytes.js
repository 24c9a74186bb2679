// Work on bytes that several modules share.

import { newBytes } from './native.js';
import { toLength } from './convert.js';

// The elements of an array-like from an index up to another one.
export function slice(items, first, last) {
  const bytes = newBytes(last > first ? last - first : 0);
  for (let i = first; i < last; i++) bytes[i - first] = items[i];
  return bytes;
}

// All of them.
export function bytesOf(items) {
  return slice(items, 0, toLength(items.length));
}
