// Conversion of objects to primitives (ECMAScript 7.1.1), and the operations that need it.

import { symbolToPrimitive } from './native.js';
import { ownerOf, waiting } from './exotic.js';

// ToPrimitive. `hint` is what is wanted: 'string', 'number' or 'default'.
export function toPrimitive(value, hint) {
  if (!$isObject(value)) return value;
  const object = $asObject(value);
  const exotic = object[symbolToPrimitive];
  if (exotic !== undefined && exotic !== null) {
    const result = $call(exotic, object, hint);
    if (!$isObject(result)) return result;
    $fault('TypeError'); //: the object's `Symbol.toPrimitive` gave an object
  }
  const text = hint === 'string';
  if (text) {
    const toString = object.toString;
    if (typeof toString === 'function') {
      const result = $call(toString, object);
      if (!$isObject(result)) return result;
    }
  }
  const valueOf = object.valueOf;
  if (typeof valueOf === 'function') {
    const result = $call(valueOf, object);
    if (!$isObject(result)) return result;
  }
  if (!text) {
    const toString = object.toString;
    if (typeof toString === 'function') {
      const result = $call(toString, object);
      if (!$isObject(result)) return result;
    }
  }
  $fault('TypeError'); //: the object has no `toString` or `valueOf` that gives a primitive
}

// An operation of the engine on operands one of which is an object; `b` means nothing if there is one.
export function operate(operation, a, b) {
  let hint = 'number';
  if (operation === TO_STRING) hint = 'string';
  else if (operation === ADD || operation === LOOSE_EQUAL) hint = 'default';
  const x = toPrimitive(a, hint);
  // Symbols can only be compared. What looks at both operands first throws later.
  const isLate = hint === 'default' || (operation >= LESS && operation <= GREATER_EQUAL);
  if (!isLate && typeof x === 'symbol') $fault('TypeError'); //: a symbol can't be converted
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
  const y = toPrimitive(b, hint);
  //: a symbol can't be converted
  if (operation !== LOOSE_EQUAL && (typeof x === 'symbol' || typeof y === 'symbol')) $fault('TypeError');
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

// An operation of the engine on a property whose key is an object. `in` has the key first. Of an
// assignment it may be the value that is one, where an element or a length must be a number; of `delete` the object, if it is a
// generator.
export function access(operation, a, b, value) {
  switch (operation) {
    case IN:
      return toPrimitive(a, 'string') in b;
    case DELETE:
      // Of a generator.
      if (waiting && !$isObject(b)) return ownerOf && ownerOf(a) !== undefined ? delete ownerOf(a)[b] : true;
      return delete a[toPrimitive(b, 'string')];
    case DEFINE:
      $define(a, toPrimitive(b, 'string'), value);
      return a;
    case DEFINE_METHOD:
      $hide(a, toPrimitive(b, 'string'), value);
      return a;
    case SET_ELEMENT:
      if ($isObject(b)) a[toPrimitive(b, 'string')] = value;
      else a[b] = +toPrimitive(value, 'number');
      return undefined;
  }
  return a[toPrimitive(b, 'string')];
}

