// %ThrowTypeError% (ECMAScript 10.2.4.1), and what of strict functions has it (10.2.4).

import { defineAccessor } from './native.js';
import { nameFunction } from './function.js';
import { freeze } from './integrity.js';

export const thrower = {
  thrower() {
    $fault('TypeError');
  },
}.thrower;
nameFunction(thrower, 0, '');
freeze(thrower);

export const prototype = {};
defineAccessor(prototype, 'arguments', thrower, thrower, HIDDEN);
defineAccessor(prototype, 'caller', thrower, thrower, HIDDEN);
