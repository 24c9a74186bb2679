// DataView (ECMAScript 25.3).

import { define, readNumber, symbolToStringTag, writeNumber } from './native.js';
import { blockOf, bufferOf, isResizable } from './array_buffer.js';
import { toIndex } from './convert.js';
import { fallBack } from './exotic.js';

export let isView;

export class DataView {
  #block;
  #offset;
  #length;

  static {
    isView = (value) => $isObject(value) && #block in value;
  }

  constructor(buffer, byteOffset, byteLength) {
    const block = blockOf(buffer);
    if (block === undefined) $fault('TypeError'); //: the first argument is no ArrayBuffer
    const offset = toIndex(byteOffset);
    if ($field(block, 0) === undefined) $fault('TypeError'); //: the buffer is detached
    const size = $field(block, 0).length;
    if (offset > size) $fault('RangeError'); //: the offset is beyond the end of the buffer
    let length = byteLength;
    if (length !== undefined) {
      length = toIndex(length);
      if (offset + length > size) $fault('RangeError'); //: the view would reach beyond the end of the buffer
    }
    if (fallBack) fallBack(this, DataView);
    // Conversions, and a getter of `prototype`, may have changed how many bytes there are.
    const bytes = $field(block, 0);
    if (bytes === undefined) $fault('TypeError'); //: the buffer is detached
    const room = bytes.length - offset;
    //: the view would reach beyond the end of the buffer
    if (length === undefined ? room < 0 : length > room) $fault('RangeError');
    if (length === undefined && !isResizable(buffer)) length = room;
    this.#block = block;
    this.#offset = offset;
    this.#length = length;
  }

  // GetViewByteLength, or a TypeError if the bytes don't hold it.
  #room() {
    const bytes = $field(this.#block, 0);
    const room = bytes === undefined ? -1 : bytes.length - this.#offset;
    const length = this.#length;
    if (room < 0 || length > room) $fault('TypeError'); //: the view is out of the bounds of its buffer
    return length === undefined ? room : length;
  }

  #position(index, code) {
    if (index + (1 << ((code >> 1) & 3)) > this.#room()) $fault('RangeError'); //: the bytes reach beyond the end of the view
    return this.#offset + index;
  }

  // GetViewValue. The codes of numbers, and 16 for the highest byte first.
  #get(position, littleEndian, code) {
    const block = this.#block;
    const index = toIndex(position);
    const at = this.#position(index, code);
    return readNumber($field(block, 0), at, littleEndian ? code : code | 16);
  }

  // SetViewValue.
  #set(position, value, littleEndian, code) {
    const block = this.#block;
    const index = toIndex(position);
    const number = +value;
    const at = this.#position(index, code);
    writeNumber($field(block, 0), at, littleEndian ? code : code | 16, number);
  }

  get buffer() {
    return bufferOf(this.#block);
  }

  get byteLength() {
    return this.#room();
  }

  get byteOffset() {
    const offset = this.#offset;
    this.#room();
    return offset;
  }

  getFloat32(byteOffset, littleEndian) {
    return this.#get(byteOffset, littleEndian, 12);
  }

  getFloat64(byteOffset, littleEndian) {
    return this.#get(byteOffset, littleEndian, 6);
  }

  getInt16(byteOffset, littleEndian) {
    return this.#get(byteOffset, littleEndian, 3);
  }

  getInt32(byteOffset, littleEndian) {
    return this.#get(byteOffset, littleEndian, 4);
  }

  getInt8(byteOffset) {
    return this.#get(byteOffset, true, 1);
  }

  getUint16(byteOffset, littleEndian) {
    return this.#get(byteOffset, littleEndian, 2);
  }

  getUint32(byteOffset, littleEndian) {
    return this.#get(byteOffset, littleEndian, 5);
  }

  getUint8(byteOffset) {
    return this.#get(byteOffset, true, 0);
  }

  setFloat32(byteOffset, value, littleEndian) {
    this.#set(byteOffset, value, littleEndian, 12);
  }

  setFloat64(byteOffset, value, littleEndian) {
    this.#set(byteOffset, value, littleEndian, 6);
  }

  setInt16(byteOffset, value, littleEndian) {
    this.#set(byteOffset, value, littleEndian, 3);
  }

  setInt32(byteOffset, value, littleEndian) {
    this.#set(byteOffset, value, littleEndian, 4);
  }

  setInt8(byteOffset, value) {
    this.#set(byteOffset, value, true, 1);
  }

  setUint16(byteOffset, value, littleEndian) {
    this.#set(byteOffset, value, littleEndian, 2);
  }

  setUint32(byteOffset, value, littleEndian) {
    this.#set(byteOffset, value, littleEndian, 5);
  }

  setUint8(byteOffset, value) {
    this.#set(byteOffset, value, true, 0);
  }
}

define(DataView.prototype, symbolToStringTag, 'DataView', READONLY | HIDDEN);
