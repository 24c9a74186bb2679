// ArrayBuffer (ECMAScript 25.1). See `typed.js` for the block that it has.

import { define, isConstructor, newBytes, symbolToStringTag, typedLength } from './native.js';
import { relative, relativeEnd, toIndex } from './convert.js';
import { isView } from './data_view.js';
import { fallBack } from './exotic.js';
import { addSpecies, species } from './species.js';

function Buffer(block, maximum) {
  this.$$block = block;
  this.$$maximum = maximum;
}

function make(block, maximum) {
  const buffer = new Buffer(block, maximum);
  $setField(block, 1, buffer);
  return buffer;
}

// The ArrayBuffer of a block.
export function bufferOf(block) {
  const buffer = $field(block, 1);
  return buffer === undefined ? make(block, undefined) : buffer;
}

// The block of an ArrayBuffer, undefined if it is none. What inherits from one isn't one.
export function blockOf(value) {
  const block = $isObject(value) ? value.$$block : undefined;
  return block !== undefined && $field(block, 1) === value ? block : undefined;
}

export function isResizable(buffer) {
  return buffer.$$maximum !== undefined;
}

function requireBlock(value) {
  const block = blockOf(value);
  if (block === undefined) $fault('TypeError'); //: `this` is no ArrayBuffer
  return block;
}

// The bytes, or a TypeError if they are detached.
function requireBytes(block) {
  const bytes = $field(block, 0);
  if (bytes === undefined) $fault('TypeError'); //: the buffer is detached
  return bytes;
}

// Bytes of another length, with those from `first` on.
function copy(bytes, first, length) {
  const count = bytes.length - first;
  const copied = newBytes(length);
  for (let i = 0; i < count && i < length; i++) copied[i] = bytes[first + i];
  return copied;
}

// ArrayBufferCopyAndDetach.
function transfer(buffer, newLength, keepsMaximum) {
  const block = requireBlock(buffer);
  const bytes = $field(block, 0);
  const length = newLength === undefined ? lengthOf(bytes) : toIndex(newLength);
  const maximum = keepsMaximum ? buffer.$$maximum : undefined;
  const old = requireBytes(block);
  if (maximum !== undefined && length > maximum) $fault('RangeError'); //: the length is above the maximum
  const made = make($scope(copy(old, 0, length), undefined), maximum);
  $setField(block, 0, undefined);
  return made;
}

function lengthOf(bytes) {
  return bytes === undefined ? 0 : bytes.length;
}

export class ArrayBuffer {
  constructor(length, options) {
    const size = toIndex(length);
    let maximum;
    if ($isObject(options)) {
      maximum = options.maxByteLength;
      if (maximum !== undefined) {
        maximum = toIndex(maximum);
        if (size > maximum) $fault('RangeError'); //: the length is above the maximum
      }
    }
    if (fallBack) fallBack(this, ArrayBuffer);
    // A maximum that isn't an index of 32 bits is more than can be had.
    if (maximum !== undefined && maximum >>> 0 !== maximum) $fault('RangeError'); //: the maximum is too large
    const block = $scope(newBytes(size), this);
    this.$$block = block;
    this.$$maximum = maximum;
  }

  static isView(value) {
    return typedLength(value) !== undefined || isView(value);
  }

  get byteLength() {
    return lengthOf($field(requireBlock(this), 0));
  }

  get detached() {
    return $field(requireBlock(this), 0) === undefined;
  }

  get maxByteLength() {
    const bytes = $field(requireBlock(this), 0);
    if (bytes === undefined) return 0;
    return this.$$maximum === undefined ? bytes.length : this.$$maximum;
  }

  get resizable() {
    requireBlock(this);
    return isResizable(this);
  }

  resize(newLength) {
    const block = requireBlock(this);
    const maximum = this.$$maximum;
    if (maximum === undefined) $fault('TypeError'); //: the buffer is not resizable
    const length = toIndex(newLength);
    const bytes = requireBytes(block);
    if (length > maximum) $fault('RangeError'); //: the length is above the maximum
    $setField(block, 0, copy(bytes, 0, length));
  }

  slice(start, end) {
    const block = requireBlock(this);
    const length = requireBytes(block).length;
    const first = relative(start, length);
    const last = relativeEnd(end, length);
    const size = last > first ? last - first : 0;
    const constructor = species(this, ArrayBuffer);
    if (!isConstructor(constructor)) $fault('TypeError');
    const made = new constructor(size);
    const target = requireBytes(requireBlock(made));
    if (made === this || target.length < size) $fault('TypeError');
    const bytes = requireBytes(block);
    for (let i = 0; i < size && first + i < bytes.length; i++) target[i] = bytes[first + i];
    return made;
  }

  transfer(newLength) {
    return transfer(this, newLength, true);
  }

  transferToFixedLength(newLength) {
    return transfer(this, newLength, false);
  }
}

Buffer.prototype = ArrayBuffer.prototype;
addSpecies(ArrayBuffer);
define(ArrayBuffer.prototype, symbolToStringTag, 'ArrayBuffer', READONLY | HIDDEN);
