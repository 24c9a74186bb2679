// What typed arrays are made of (ECMAScript 23.2.4, 23.2.5): work that several modules share.
//
// A Uint8Array is its own bytes until they are shared. Any other typed array has a type, a scope of the code of its
// elements, its constructor and its name, and bytes; or a block, a scope of the bytes, undefined once they are
// detached, and their ArrayBuffer, undefined as long as nobody has asked for it.

import {
  getPrototype,
  isConstructor,
  newBytes,
  newTyped,
  symbolIterator,
  typedBytes,
  typedLength,
  typedType,
} from './native.js';
import { blockOf, isResizable } from './array_buffer.js';
import { requireFunction, toIndex, toLength } from './convert.js';
import { setCount, setElements } from './exotic.js';
import { iterateBy } from './iterate.js';
import { uint8 } from './uint8_array.js';

const bytesPrototype = getPrototype(newBytes(0));

// ValidateTypedArray: its length.
export function validate(value) {
  const length = typedLength(value);
  if (length === undefined || length < 0) $fault('TypeError'); //: it is no typed array, or its buffer is detached or too short
  return length;
}

// By the number whose text a key is (CanonicalNumericIndexString, 7.1.21; IsValidIntegerIndex, 10.4.5.14).
function at(object, key) {
  const length = typedLength(object);
  if (length === undefined || typeof key !== 'string') return undefined;
  const number = +key;
  if (`${number}` !== key) return key === '-0' ? -1 : undefined;
  return number >= 0 && number < length && number % 1 === 0 ? number : -1;
}

setElements((list) => typedLength(list), at);
setCount((list) => (typedLength(list) === undefined ? list.length : validate(list)));

// The type of a typed array, which a Uint8Array doesn't say.
export function typeOf(view) {
  const type = typedType(view);
  return type === 0 ? uint8 : type;
}

// The bytes of an element.
export function sizeOf(type) {
  return 1 << (($field(type, 0) >> 1) & 3);
}

// The block of a typed array's bytes, which are shared from now on.
export function sharedBlock(view) {
  const bytes = typedBytes(view);
  return $isBytes(bytes) ? typedBytes(view, $scope(bytes, undefined)) : bytes;
}

// A typed array of zeros.
export function allocate(type, prototype, length) {
  if (type === uint8 && prototype === bytesPrototype) return newBytes(length);
  return newTyped(prototype, type, newBytes(length * sizeOf(type)), 0, length, undefined);
}

// TypedArrayCreateSameType.
export function createAlike(view, length) {
  const type = typeOf(view);
  return allocate(type, $field(type, 1).prototype, length);
}

// TypedArrayCreateFromCtor, with a length.
export function create(constructor, length) {
  if (!isConstructor(constructor)) $fault('TypeError'); //: the species is not a constructor
  const view = new constructor(length);
  if (validate(view) < length) $fault('TypeError');
  return view;
}

// What the constructors do: `target` is their new.target.
export function construct(target, type, source, offset, length) {
  if (target === undefined) $fault('TypeError'); //: a typed array is made with `new`
  if (!$isObject(source)) {
    const count = toIndex(source);
    return allocate(type, prototypeFor(target, type), count);
  }
  const prototype = prototypeFor(target, type);
  const block = blockOf(source);
  if (block !== undefined) return over(type, prototype, source, block, offset, length);
  const isTyped = typedLength(source) !== undefined;
  const list = isTyped ? source : listFrom(source);
  const count = isTyped ? validate(source) : toLength(list.length);
  const view = allocate(type, prototype, count);
  // Numbers are stored, so that no store may need more of the library.
  for (let i = 0; i < count; i++) view[i] = +list[i];
  return view;
}

// GetPrototypeFromConstructor.
function prototypeFor(target, type) {
  const prototype = target.prototype;
  return $isObject(prototype) ? prototype : $field(type, 1).prototype;
}

// The values of what is iterable, or else what has a length.
export function listFrom(source) {
  if ($isArray(source) && !$iteratesAnew(source)) return [...source];
  const method = source[symbolIterator];
  if (method === undefined || method === null) return source;
  requireFunction(method); //: `Symbol.iterator` is not a function
  return iterateBy(source, method);
}

// InitializeTypedArrayFromArrayBuffer.
function over(type, prototype, buffer, block, byteOffset, length) {
  const size = sizeOf(type);
  const offset = toIndex(byteOffset);
  if (offset % size !== 0) $fault('RangeError'); //: the offset is no multiple of the size of an element
  let count = length === undefined ? length : toIndex(length);
  const bytes = $field(block, 0);
  if (bytes === undefined) $fault('TypeError'); //: the buffer is detached
  const room = bytes.length - offset;
  if (room < 0) $fault('RangeError'); //: the offset is beyond the end of the buffer
  if (count !== undefined) {
    if (count * size > room) $fault('RangeError'); //: the array would reach beyond the end of the buffer
  } else if (!isResizable(buffer)) {
    if (room % size !== 0) $fault('RangeError'); //: the buffer's length is no multiple of the size of an element
    count = room / size;
  }
  return newTyped(prototype, type, block, offset, count, undefined);
}
