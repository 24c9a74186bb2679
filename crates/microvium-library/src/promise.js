// Promises, async functions and jobs (ECMAScript 27.2, 27.7, 9.5).
//
// What waits for a promise is a suspended call: an async function, or one of the functions here that `$suspend`.
// Its result is what is done for: a promise, or the functions of one that isn't ours; `proceed` goes on with it.

import { define, defer, isConstructor, symbolToStringTag } from './native.js';
import { requireFunction } from './convert.js';
import { AggregateError } from './error.js';
import { fallBack } from './exotic.js';
import { addSpecies, species } from './species.js';

// The states of promises. Where nobody has asked for it, a rejection is reported.
const PENDING = 0;
const FULFILLED = 1;
const REJECTED = 2;
const HANDLED = 3;
// No promise, but what `capability` makes of one of another class.
const OTHER = 4;

// Jobs, each with a suspended call, and how and with what it goes on.
let first;
let last;
// The promises that were rejected while nobody had asked for them.
let rejected;

function enqueue(call, how, sent) {
  const job = { call, how, sent, next: undefined };
  if (first === undefined) first = job;
  else last.next = job;
  last = job;
  drain();
}

// Has jobs run when the host's call ends.
function drain() {
  try {
    return defer();
  } finally {
    run();
  }
}

function run() {
  while (first !== undefined) {
    const job = first;
    first = job.next;
    proceed(job.call, job.how, job.sent);
  }
  const list = rejected;
  rejected = undefined;
  if (list === undefined) return;
  for (let i = 0; i < list.length; i++) {
    if (list[i].$$state === REJECTED) throw list[i].$$value;
  }
}

// Goes on with a suspended call.
export function proceed(call, how, sent) {
  const point = $point(call);
  const target = $result(call);
  let value;
  try {
    // Points with even numbers, but the start, see nothing of how the call ends.
    if (how === THROW && point !== 0 && (point & 1) === 0) throw sent;
    $setPoint(call, null);
    value = $call($code(call), call, how, sent, point);
  } catch (error) {
    complete(target, THROW, error);
    return;
  }
  if ($point(call) !== null) wait(call, value);
  else if (target !== undefined) complete(target, NEXT, value);
}

// `await value` of a suspended call.
function wait(call, value) {
  if (!$isObject(value)) {
    enqueue(call, NEXT, value);
    return;
  }
  let promise;
  try {
    promise = resolved(Promise, value);
  } catch (error) {
    proceed(call, THROW, error);
    return;
  }
  perform(promise, call);
}

// What an async function gives: the promise of the call, which begins.
export function asyncCall(call) {
  const promise = new Pending();
  $setResult(call, promise);
  proceed(call, NEXT, undefined);
  return promise;
}

// What a host function begins and ends later: a promise, and the function that settles it, by whether that went well.
export function asyncStart() {
  const promise = new Pending();
  let open = promise;
  return [
    promise,
    (isSuccess, value) => {
      const target = open;
      open = undefined;
      if (target !== undefined) complete(target, isSuccess ? NEXT : THROW, value);
    },
  ];
}

// A promise without functions.
export function Pending() {
  this.$$state = PENDING;
  this.$$value = undefined;
  this.$$waiting = undefined;
  this.$$self = this;
}

// A value, if it is a promise: that is one which knows itself, and doesn't only inherit from one that does. For
// analysis, this tells promises from all else that may be resolved.
function asPromise(value) {
  if (!$isObject(value)) return undefined;
  const self = value.$$self;
  return self === value ? self : undefined;
}

function settle(promise, state, value) {
  const waiting = promise.$$waiting;
  promise.$$state = state;
  promise.$$value = value;
  promise.$$waiting = undefined;
  if (waiting === undefined) {
    if (state === FULFILLED) return;
    if (rejected === undefined) rejected = [promise];
    else rejected[rejected.length] = promise;
    drain();
    return;
  }
  let how = NEXT;
  if (state === REJECTED) {
    promise.$$state = HANDLED;
    how = THROW;
  }
  if ($isArray(waiting)) {
    for (let i = 0; i < waiting.length; i++) enqueue(waiting[i], how, value);
  } else {
    enqueue(waiting, how, value);
  }
}

// What the function `resolve` of a promise does (ECMAScript 27.2.1.3.2).
function resolve(promise, value) {
  if (!$isObject(value)) {
    settle(promise, FULFILLED, value);
    return;
  }
  try {
    if (value === promise) $fault('TypeError'); //: the promise would wait for itself
    const then = value.then;
    if (typeof then === 'function') enqueue(adopt(promise, value, then), NEXT, undefined);
    else settle(promise, FULFILLED, value);
  } catch (error) {
    settle(promise, REJECTED, error);
  }
}

// A job (ECMAScript 27.2.2.2).
function adopt(promise, thenable, then) {
  $suspend(undefined);
  const functions = functionsOf(promise);
  try {
    $call(then, thenable, functions.resolve, functions.reject);
  } catch (error) {
    $call(functions.reject, undefined, error);
  }
}

// The functions of a promise or capability; only one call of them counts.
function functionsOf(target) {
  if (target.$$state === OTHER) return target;
  let open = target;
  // They have no names.
  return {
    resolve: (0, (value) => {
      const promise = open;
      open = undefined;
      if (promise !== undefined) resolve(promise, value);
    }),

    reject: (0, (reason) => {
      const promise = open;
      open = undefined;
      if (promise !== undefined) settle(promise, REJECTED, reason);
    }),
  };
}

export function complete(target, how, value) {
  if (target.$$state === OTHER) $call(how === NEXT ? target.resolve : target.reject, undefined, value);
  else if (how === NEXT) resolve(target, value);
  else settle(target, REJECTED, value);
}

// NewPromiseCapability (ECMAScript 27.2.1.5): a promise, if it is one of ours.
function capability(constructor) {
  if (constructor === Promise) return new Pending();
  if (!isConstructor(constructor)) $fault('TypeError'); //: `this` is not a constructor
  const it = { $$state: OTHER, promise: undefined, resolve: undefined, reject: undefined };
  it.promise = new constructor((resolve, reject) => {
    if (it.resolve !== undefined || it.reject !== undefined) $fault('TypeError');
    it.resolve = resolve;
    it.reject = reject;
  });
  requireFunction(it.resolve);
  requireFunction(it.reject);
  return it;
}

function promiseOf(target) {
  return target.$$state === OTHER ? target.promise : target;
}

// PromiseResolve (ECMAScript 27.2.4.7.1).
export function resolved(constructor, value) {
  const promise = asPromise(value);
  if (promise !== undefined && promise.constructor === constructor) return promise;
  const target = capability(constructor);
  complete(target, NEXT, value);
  return promiseOf(target);
}

// PerformPromiseThen (ECMAScript 27.2.5.4.1): the call goes on when the promise is settled.
export function perform(promise, call) {
  const state = promise.$$state;
  const waiting = promise.$$waiting;
  if (state !== PENDING) {
    if (state === REJECTED) promise.$$state = HANDLED;
    enqueue(call, state === FULFILLED ? NEXT : THROW, promise.$$value);
  } else if (waiting === undefined) {
    promise.$$waiting = call;
  } else if ($isArray(waiting)) {
    waiting[waiting.length] = call;
  } else {
    promise.$$waiting = [waiting, call];
  }
}

// A job (ECMAScript 27.2.2.1).
function react(target, onFulfilled, onRejected) {
  const how = $suspend(target);
  const sent = $sent();
  const handler = how === NEXT ? onFulfilled : onRejected;
  if (typeof handler === 'function') return $call(handler, undefined, sent);
  if (how === THROW) throw sent;
  return sent;
}

// What the statics below do with each element of an iterable, in which they begin (`visit`) and end (`end`).
function combine(constructor, iterable, visit, end) {
  const target = capability(constructor);
  const functions = functionsOf(target);
  const all = { values: [], left: 1, functions };
  try {
    const resolve = constructor.resolve;
    requireFunction(resolve); //: the constructor's `resolve` is not a function
    for (const item of iterable) visit(all, $call(resolve, constructor, item));
    end(all);
  } catch (error) {
    $call(functions.reject, undefined, error);
  }
  return promiseOf(target);
}

// The function that gives an element its value, once.
function slot(all, end) {
  const index = all.values.length;
  let open = true;
  all.values[index] = undefined;
  all.left++;
  return (value) => {
    if (!open) return;
    open = false;
    all.values[index] = value;
    end(all);
  };
}

function fulfill(all) {
  if (--all.left === 0) $call(all.functions.resolve, undefined, all.values);
}

function fail(all) {
  if (--all.left === 0) $call(all.functions.reject, undefined, new AggregateError(all.values));
}

export class Promise {
  constructor(executor) {
    requireFunction(executor); //: the executor is not a function
    if (fallBack) fallBack(this, Promise);
    this.$$state = PENDING;
    this.$$value = undefined;
    this.$$waiting = undefined;
    this.$$self = this;
    const functions = functionsOf(this);
    try {
      $call(executor, undefined, functions.resolve, functions.reject);
    } catch (error) {
      $call(functions.reject, undefined, error);
    }
  }

  static all(iterable) {
    return combine(this, iterable, (all, next) => next.then(slot(all, fulfill), all.functions.reject), fulfill);
  }

  static allSettled(iterable) {
    const visit = (all, next) => {
      const set = slot(all, fulfill);
      next.then(
        (value) => set({ status: 'fulfilled', value }),
        (reason) => set({ status: 'rejected', reason }),
      );
    };
    return combine(this, iterable, visit, fulfill);
  }

  static any(iterable) {
    return combine(this, iterable, (all, next) => next.then(all.functions.resolve, slot(all, fail)), fail);
  }

  static race(iterable) {
    const visit = (all, next) => next.then(all.functions.resolve, all.functions.reject);
    return combine(this, iterable, visit, () => undefined);
  }

  static reject(reason) {
    const target = capability(this);
    complete(target, THROW, reason);
    return promiseOf(target);
  }

  static resolve(value) {
    if (!$isObject(this)) $fault('TypeError'); //: `this` is no promise
    return resolved(this, value);
  }

  static try(callback, ...list) {
    const target = capability(this);
    let how = NEXT;
    let value;
    try {
      value = $apply(callback, undefined, list);
    } catch (error) {
      how = THROW;
      value = error;
    }
    complete(target, how, value);
    return promiseOf(target);
  }

  static withResolvers() {
    const target = capability(this);
    const { resolve, reject } = functionsOf(target);
    return { promise: promiseOf(target), resolve, reject };
  }

  catch(onRejected) {
    return this.then(undefined, onRejected);
  }

  finally(onFinally) {
    if (!$isObject(this)) $fault('TypeError'); //: `this` is no promise
    const constructor = species(this, Promise);
    if (!isConstructor(constructor)) $fault('TypeError');
    if (typeof onFinally !== 'function') return this.then(onFinally, onFinally);
    return this.then(
      (value) => resolved(constructor, onFinally()).then(() => value),
      (reason) =>
        resolved(constructor, onFinally()).then(() => {
          throw reason;
        }),
    );
  }

  then(onFulfilled, onRejected) {
    const promise = asPromise(this);
    if (promise === undefined) $fault('TypeError'); //: `this` is no promise
    const target = capability(species(promise, Promise));
    perform(promise, react(target, onFulfilled, onRejected));
    return promiseOf(target);
  }
}

Pending.prototype = Promise.prototype;
define(Promise.prototype, symbolToStringTag, 'Promise', READONLY | HIDDEN);
addSpecies(Promise);
