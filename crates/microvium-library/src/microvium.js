// The object Microvium, as Microvium's users know it.

import { newBytes, typeCode } from './native.js';

export const Microvium = {
  isMicrovium: true,

  newUint8Array(length) {
    return newBytes(length);
  },

  noOpFunction() {},

  typeCodeOf(value) {
    return typeCode(value);
  },
};
