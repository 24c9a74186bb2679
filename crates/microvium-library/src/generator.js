// Generators (ECMAScript 27.5). A generator is a suspended call of the compiler's: see `suspend` there. The
// point where it waits is a number, null while it runs, and undefined when it is done.

import { define, getPrototype, setPrototype, symbolToStringTag } from './native.js';
import { setWaiting } from './exotic.js';
import { Function } from './function.js';
import { iteratorOf } from './iterate.js';
import { iteratorPrototype } from './iterator_prototype.js';
import { ArrayIterator, element } from './iterators.js';
import { asWaiting } from './owner.js';
import { fix, tag } from './provide.js';

function resume(call, resumption, sent) {
  const point = $point(call);
  if (point === null) $fault('TypeError'); //: the generator is running already
  // Points with even numbers see nothing of how the call ends.
  if (point === undefined || (resumption !== NEXT && (point & 1) === 0)) {
    $setPoint(call, undefined);
    if (resumption === THROW) throw sent;
    return { value: resumption === RETURN ? sent : undefined, done: true };
  }
  $setPoint(call, null);
  try {
    return $call($code(call), call, resumption, sent, point);
  } finally {
    if ($point(call) === null) $setPoint(call, undefined);
  }
}

const methods = {
  next(value) {
    return resume(this, NEXT, value);
  },
  return(value) {
    return resume(this, RETURN, value);
  },
  throw(exception) {
    return resume(this, THROW, exception);
  },
};

const prototype = setPrototype({}, iteratorPrototype);
$hide(prototype, 'next', methods.next);
$hide(prototype, 'return', methods.return);
$hide(prototype, 'throw', methods.throw);
tag(prototype, symbolToStringTag, 'Generator');

// What generator functions inherit from, and its constructor (ECMAScript 27.3). Text can't become code.
function GeneratorFunction() {
  $fault('NotImplemented');
}
const functionPrototype = setPrototype({}, getPrototype(resume));
setPrototype(GeneratorFunction, Function);
fix(GeneratorFunction, { prototype: functionPrototype });
define(functionPrototype, 'constructor', GeneratorFunction, READONLY | HIDDEN);
define(functionPrototype, 'prototype', prototype, READONLY | HIDDEN);
tag(functionPrototype, symbolToStringTag, 'GeneratorFunction');
define(prototype, 'constructor', functionPrototype, READONLY | HIDDEN);

setWaiting(asWaiting);

// A function object of a generator function has a `prototype` of its own.
export function generator(func) {
  setPrototype(func, functionPrototype);
  define(func, 'prototype', setPrototype({}, prototype), HIDDEN | FIXED);
}

// What the generators of a function inherit from.
export function generatorPrototype(func) {
  const own = func.prototype;
  return $isObject(own) ? own : prototype;
}

// What `yield*` iterates by.
export function iterator(value) {
  if ($isArray(value)) {
    if ($iteratesAnew(value)) return iteratorOf(value);
    return new ArrayIterator(value, element);
  }
  return iteratorOf(value);
}

// One step of `yield*` (ECMAScript 15.5.5): what the inner iterator answers.
export function delegate(iterator, next, resumption, sent) {
  let method = next;
  if (resumption !== NEXT) {
    method = resumption === THROW ? iterator.throw : iterator.return;
    if (method === undefined || method === null) {
      if (resumption === RETURN) return { value: sent, done: true };
      const close = iterator.return;
      if (close !== undefined && close !== null && !$isObject($call(close, iterator))) {
        $fault('TypeError');
      }
      $fault('TypeError');
    }
  }
  const result = $call(method, iterator, sent);
  if (!$isObject(result)) $fault('TypeError');
  return result;
}
