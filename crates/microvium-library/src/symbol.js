// Symbol (ECMAScript 20.4).

import {
  defineAccessor,
  description,
  getPrototype,
  hasOwn,
  keyAt,
  newSymbol,
  setPrototype,
  symbolAsyncIterator,
  symbolHasInstance,
  symbolIsConcatSpreadable,
  symbolIterator,
  symbolMatch,
  symbolMatchAll,
  symbolReplace,
  symbolSearch,
  symbolSpecies,
  symbolSplit,
  symbolToPrimitive,
  symbolToStringTag,
  symbolUnscopables,
} from './native.js';
import { primitiveOf, setPatterns, setRegistered, setSpreadable, unwrap } from './exotic.js';
import { nameFunction } from './function.js';
import { allDoneBy, doneBy, isPattern } from './pattern.js';
import { fix, provide } from './provide.js';
import { symbolText } from './text.js';

function thisSymbol(value) {
  const symbol = primitiveOf ? unwrap(value) : value;
  if (typeof symbol !== 'symbol') $fault('TypeError'); //: `this` is no symbol
  return symbol;
}

// The symbols of `Symbol.for`, by their keys.
const registry = setPrototype({}, null);

function keyOf(symbol) {
  for (let i = 0; ; i++) {
    const key = keyAt(registry, i);
    if (key === undefined || registry[key] === symbol) return key;
  }
}

const isRegistered = (symbol) => keyOf(symbol) !== undefined;

// A constructor, so that classes may extend it; but it makes no instances.
export function Symbol(text) {
  if (new.target !== undefined) $fault('TypeError'); //: symbols aren't constructed: call it without `new`
  return newSymbol(text === undefined ? text : `${text}`);
}

const statics = {
  for(key) {
    const text = `${key}`;
    setRegistered(isRegistered);
    if (!hasOwn(registry, text)) registry[text] = newSymbol(text);
    return registry[text];
  },

  keyFor(symbol) {
    if (typeof symbol !== 'symbol') $fault('TypeError'); //: the argument is no symbol
    return keyOf(symbol);
  },
};

provide(Symbol, statics);
fix(Symbol, {
  asyncIterator: symbolAsyncIterator,
  hasInstance: symbolHasInstance,
  isConcatSpreadable: symbolIsConcatSpreadable,
  iterator: symbolIterator,
  match: symbolMatch,
  matchAll: symbolMatchAll,
  replace: symbolReplace,
  search: symbolSearch,
  species: symbolSpecies,
  split: symbolSplit,
  toPrimitive: symbolToPrimitive,
  toStringTag: symbolToStringTag,
  unscopables: symbolUnscopables,
  prototype: getPrototype(symbolIterator),
});
setSpreadable(symbolIsConcatSpreadable);
setPatterns(isPattern, doneBy, allDoneBy);

const getter = {
  description() {
    return description(thisSymbol(this));
  },
}.description;
nameFunction(getter, 0, 'get description');
defineAccessor(Symbol.prototype, 'description', getter, undefined, HIDDEN);

export const prototype = {
  constructor: Symbol,

  toString() {
    return symbolText(thisSymbol(this));
  },

  valueOf() {
    return thisSymbol(this);
  },

  [symbolToPrimitive](hint) {
    return thisSymbol(this);
  },

  [symbolToStringTag]: 'Symbol',
};
