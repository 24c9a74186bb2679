// Async generators (ECMAScript 27.6): a queue of requests, and a suspended call of the compiler's that deals with the
// first of them. A generator is busy as long as there is one.
//
// The point where the call waits is a number, null while it runs, and undefined when it is done; see `numbers` in the
// compiler's `suspend.rs`. What it awaits, and what is returned to it behind its end, is awaited by the driver: another
// suspended call, which waits there as often as need be.

import { define, getPrototype, setPrototype, symbolToStringTag } from './native.js';
import { Function } from './function.js';
import { asyncIteratorPrototype } from './iterator_prototype.js';
import { Pending, complete, proceed } from './promise.js';
import { fix } from './provide.js';

// How a driver is resumed by a new request.
const REQUEST = 3;

// The bits of points with all ways to be resumed, and of those of a `yield`.
const ALL = 1;
const YIELD = 2;

function drive(generator) {
  let how = $suspend(undefined);
  let sent = $sent();
  const call = generator.$$call;
  for (;;) {
    if (how === REQUEST) {
      const request = generator.$$first;
      if (request === undefined) return;
      how = request.how;
      sent = request.sent;
      if (how === NEXT && $point(call) === undefined) sent = undefined;
    }
    let point = $point(call);
    if (how === NEXT ? point !== undefined : (point & ALL) !== 0) {
      $setPoint(call, null);
      try {
        sent = $call($code(call), call, how, sent, point);
        how = NEXT;
      } catch (error) {
        sent = error;
        how = THROW;
      }
      point = $point(call);
      if (point === null) {
        point = undefined;
        $setPoint(call, point);
      } else if ((point & YIELD) === 0) {
        $setPoint(generator.$$driver, 0);
        return sent;
      }
    } else {
      point = undefined;
      $setPoint(call, point);
      if (how === RETURN) {
        $setPoint(generator.$$driver, 0);
        return sent;
      }
    }
    const request = generator.$$first;
    complete(request.promise, how, how === THROW ? sent : { value: sent, done: point === undefined });
    generator.$$first = request.next;
    how = REQUEST;
  }
}

// The generator itself, if it is one and doesn't only inherit from one.
function asGenerator(value) {
  const self = value.$$generator;
  return self === value ? self : undefined;
}

function enqueue(value, how, sent) {
  const promise = new Pending();
  try {
    const generator = asGenerator(value);
    if (generator === undefined) $fault('TypeError');
    const request = { promise, how, sent, next: undefined };
    let last = generator.$$first;
    if (last === undefined) {
      generator.$$first = request;
      $setPoint(generator.$$driver, 0);
      proceed(generator.$$driver, REQUEST, undefined);
    } else {
      while (last.next !== undefined) last = last.next;
      last.next = request;
    }
  } catch (error) {
    complete(promise, THROW, error);
  }
  return promise;
}

const methods = {
  next(value) {
    return enqueue(this, NEXT, value);
  },
  return(value) {
    return enqueue(this, RETURN, value);
  },
  throw(exception) {
    return enqueue(this, THROW, exception);
  },
};

// Text can't become code.
function AsyncGeneratorFunction() {
  $fault('NotImplemented');
}

const prototype = setPrototype({}, asyncIteratorPrototype);
const functionPrototype = setPrototype({}, getPrototype(AsyncGeneratorFunction));
define(functionPrototype, 'constructor', AsyncGeneratorFunction, READONLY | HIDDEN);
define(functionPrototype, 'prototype', prototype, READONLY | HIDDEN);
define(functionPrototype, symbolToStringTag, 'AsyncGeneratorFunction', READONLY | HIDDEN);
fix(AsyncGeneratorFunction, { prototype: functionPrototype });
setPrototype(AsyncGeneratorFunction, Function);
define(prototype, 'constructor', functionPrototype, READONLY | HIDDEN);
$hide(prototype, 'next', methods.next);
$hide(prototype, 'return', methods.return);
$hide(prototype, 'throw', methods.throw);
define(prototype, symbolToStringTag, 'AsyncGenerator', READONLY | HIDDEN);

// A function object of an async generator function has a `prototype` of its own.
export function asyncGenerator(func) {
  setPrototype(func, functionPrototype);
  define(func, 'prototype', setPrototype({}, prototype), HIDDEN | FIXED);
}

// What the generators of a function inherit from.
export function asyncGeneratorPrototype(func) {
  const own = func.prototype;
  return $isObject(own) ? own : prototype;
}

// What an async generator function gives for its call, the first field of which is what that inherits from.
export function asyncGeneratorCall(call) {
  const generator = {
    $$generator: undefined,
    $$call: call,
    $$driver: undefined,
    $$first: undefined,
  };
  generator.$$generator = generator;
  generator.$$driver = drive(generator);
  return setPrototype(generator, $result(call));
}
