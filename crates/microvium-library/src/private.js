// Private names of classes that are evaluated more than once.

import { newSymbol } from './native.js';

// The text tells what lists keys that this is none.
export function privateName(text) {
  return newSymbol(text);
}
