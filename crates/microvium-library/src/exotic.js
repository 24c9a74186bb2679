// What tells objects apart that are more than their cells say: undefined until the module is there that makes them, so that
// analysis and emission drop what asks `isArrayObject && isArrayObject(value)` from other programs.

import { getPrototype } from './native.js';

// The prototypes that are themselves objects around primitives: false, 0, and the empty string.
export const booleans = getPrototype(true);
export const numbers = getPrototype(0);
export const strings = getPrototype('');

// Whether it is an arguments object.
export var isArguments;

// Whether it is an array object: see `array_object.js`.
export var isArrayObject;

// Whether it is a module namespace.
export var isNamespace;

// Whether a symbol is one of `Symbol.for`.
export var isRegistered;

// A generator as it is, undefined for anything else; undefined itself where there are no generators.
export var waiting;

// The object with the own properties of a generator that has some, undefined for anything else: see `owner.js`. Whoever asks
// does so twice, so that analysis keeps apart what others have asked for.
export var ownerOf;

// How many elements a list has for its iterator, which doesn't ask for a typed array's property `length`.
export var countOf;

// How many elements a typed array has, less than 1 of what has none and undefined of what is none.
export var elementsOf;

// The index of the element that a key means of a typed array, -1 if there is no such element, and undefined where a key
// means another property.
export var elementAt;

// The primitive in an object around one, undefined for anything else.
export var primitiveOf;

// The target of a bound function, undefined of anything else.
export var boundTarget;

// `Symbol.isConcatSpreadable`; undefined where no script can name it.
export var spreadable;

// Whether something is a regular expression to string methods, and what it has them do; undefined where no script can name
// the symbols for that.
export var isPattern;
export var doneBy;
export var allDoneBy;

// What iterators inherit from, undefined as long as there are none.
export var inherited;

// What gives an instance the prototype of its constructor, where that of `new.target` is no object: see `reflect.js`.
export var fallBack;

// Whether a script has changed how arrays or strings are iterated; undefined while it can't have.
export var arraysAnew;
export var stringsAnew;

export function setFallBack(change) {
  fallBack = change;
}

export function setArguments(test) {
  isArguments = test;
}

export function setArrayObjects() {
  // It knows itself: what inherits from it is none.
  isArrayObject = (value) => $isObject(value) && value.$$array === value;
}

export function setWaiting(find) {
  waiting = find;
}

export function setOwners(find) {
  ownerOf = find;
}

export function setNamespace(test) {
  isNamespace = test;
}

export function setRegistered(test) {
  isRegistered = test;
}

export function setWrapper(find) {
  primitiveOf = find;
}

// What is in an object around a primitive, and anything else as it is. Only where `primitiveOf` is there.
export function unwrap(value) {
  const primitive = primitiveOf(value);
  return primitive === undefined ? value : primitive;
}

export function setBound(find) {
  boundTarget = find;
}

export function setCount(count) {
  countOf = count;
}

export function setElements(count, at) {
  elementsOf = count;
  elementAt = at;
}

export function setInherited(prototype) {
  inherited = prototype;
}

export function setArraysAnew(test) {
  arraysAnew = test;
}

export function setStringsAnew(test) {
  stringsAnew = test;
}

export function setPatterns(test, one, all) {
  isPattern = test;
  doneBy = one;
  allDoneBy = all;
}

export function setSpreadable(symbol) {
  spreadable = symbol;
}
