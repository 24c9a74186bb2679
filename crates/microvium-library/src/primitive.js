// Conversion of objects to primitives (ECMAScript 7.1.1), and the operations that need it.

import { isObject } from './convert.js';

// ToPrimitive. `text` is whether a string is wanted; without symbols, no wish is one for a number.
export function toPrimitive(value, text) {
  if (!isObject(value)) return value;
  if (text) {
    const toString = value.toString;
    if (typeof toString === 'function') {
      const result = $call(toString, value);
      if (!isObject(result)) return result;
    }
  }
  const valueOf = value.valueOf;
  if (typeof valueOf === 'function') {
    const result = $call(valueOf, value);
    if (!isObject(result)) return result;
  }
  if (!text) {
    const toString = value.toString;
    if (typeof toString === 'function') {
      const result = $call(toString, value);
      if (!isObject(result)) return result;
    }
  }
  $fault('TypeError');
}

// An operation of the engine on operands one of which is an object; `b` means nothing if there is one.
export function operate(operation, a, b) {
  const x = toPrimitive(a, operation === TO_STRING);
  switch (operation) {
    case TO_STRING:
      return `${x}`;
    case TO_NUMBER:
      return +x;
    case NEGATE:
      return -x;
    case BIT_NOT:
      return ~x;
    case INCREMENT:
      return +x + 1;
    case DECREMENT:
      return x - 1;
  }
  const y = toPrimitive(b, false);
  switch (operation) {
    case ADD:
      return x + y;
    case SUBTRACT:
      return x - y;
    case MULTIPLY:
      return x * y;
    case DIVIDE:
      return x / y;
    case REMAINDER:
      return x % y;
    case AND:
      return x & y;
    case OR:
      return x | y;
    case XOR:
      return x ^ y;
    case SHIFT_LEFT:
      return x << y;
    case SHIFT_RIGHT:
      return x >> y;
    case SHIFT_RIGHT_UNSIGNED:
      return x >>> y;
    case LESS:
      return x < y;
    case LESS_EQUAL:
      return x <= y;
    case GREATER:
      return x > y;
    case GREATER_EQUAL:
      return x >= y;
  }
  return x == y;
}

// An operation of the engine on a property whose key is an object. `in` has the key first.
export function access(operation, a, b) {
  switch (operation) {
    case IN:
      return toPrimitive(a, true) in b;
    case DELETE:
      return delete a[toPrimitive(b, true)];
  }
  return a[toPrimitive(b, true)];
}

