// What string methods leave to their arguments (ECMAScript 22.1.3): objects that have methods of their own for that, as
// regular expressions do.

import { symbolMatch } from './native.js';
import { find } from './text.js';

// IsRegExp (7.2.8) of an object.
export function isPattern(value) {
  return !!value[symbolMatch];
}

// A list of what a pattern's method of this name returns for a string and what else is in the list, undefined if it has
// none.
export function doneBy(pattern, symbol, list) {
  if (list[0] === undefined || list[0] === null) $fault('PropertyOfNullish');
  const method = pattern[symbol];
  return method === undefined || method === null ? undefined : [$apply(method, pattern, list)];
}

// The same where a regular expression must have the flag `g` (22.1.3.14, 22.1.3.20).
export function allDoneBy(pattern, symbol, list) {
  if (list[0] === undefined || list[0] === null) $fault('PropertyOfNullish');
  if (isPattern(pattern)) {
    const flags = pattern.flags;
    if (flags === undefined || flags === null || find(`${flags}`, 'g', 0) < 0) $fault('TypeError');
  }
  return doneBy(pattern, symbol, list);
}
