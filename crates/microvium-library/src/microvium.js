// The object Microvium, as Microvium's users know it.

import { typeCode } from './native.js';

export const Microvium = {
  isMicrovium: true,

  noOpFunction() {},

  typeCodeOf(value) {
    return typeCode(value);
  },
};
