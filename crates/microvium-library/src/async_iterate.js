// Async iteration (ECMAScript 7.4, 27.1.6), for `for await` and `yield*`. What is iterated by is the record of an
// iterator; what its methods give is awaited between the functions here.

import { symbolAsyncIterator } from './native.js';
import { iterator as syncIterator } from './generator.js';
import { close, closeQuietly } from './iterate.js';
import { Pending, Promise, complete, perform, resolved } from './promise.js';

export function asyncIterate(value) {
  const method = value?.[symbolAsyncIterator];
  let iterator;
  if (method === undefined || method === null) {
    iterator = new FromSync(syncIterator(value));
  } else {
    iterator = $call(method, value);
    if (!$isObject(iterator)) $fault('TypeError');
  }
  return { iterator, next: iterator.next, done: false, answer: undefined };
}

export function asyncNext(record) {
  return $call(record.next, record.iterator);
}

// The next value, unless the record is done then.
export function asyncStep(record, answer) {
  if (!$isObject(answer)) $fault('TypeError');
  if (answer.done) record.done = true;
  else return answer.value;
}

// Has an iterator return; whether it can.
export function asyncReturn(record) {
  const iterator = record.iterator;
  const method = iterator.return;
  if (method === undefined || method === null) return false;
  record.answer = $call(method, iterator);
  return true;
}

export function asyncReturnQuietly(record) {
  try {
    return asyncReturn(record);
  } catch {
    return false;
  }
}

export function asyncReturned(answer) {
  if (!$isObject(answer)) $fault('TypeError');
}

// One step of `yield*` (ECMAScript 15.5.5): what is to be awaited. The record is done if the iterator can't answer.
export function asyncDelegate(record, how, sent) {
  const iterator = record.iterator;
  let method = record.next;
  if (how !== NEXT) {
    method = how === THROW ? iterator.throw : iterator.return;
    if (method === undefined || method === null) {
      record.done = true;
      if (how === RETURN) return sent;
      if (!asyncReturn(record)) $fault('TypeError');
      return record.answer;
    }
  }
  return $call(method, iterator, sent);
}

// Its result.
export function asyncDelegated(record, how, answer) {
  if (record.done) {
    if (how === THROW) $fault('TypeError');
    return { value: answer, done: true };
  }
  if (!$isObject(answer)) $fault('TypeError');
  return answer;
}

// An async iterator over what a sync one gives (ECMAScript 27.1.6); no script sees it.
class FromSync {
  constructor(iterator) {
    this.source = { iterator, next: iterator.next, $$done: false };
  }

  next(...values) {
    const source = this.source;
    return answer(source, source.next, values, true);
  }

  return(...values) {
    const promise = new Pending();
    const source = this.source;
    try {
      const method = source.iterator.return;
      if (method !== undefined && method !== null) return answer(source, method, values, false);
      complete(promise, NEXT, { value: values[0], done: true });
    } catch (error) {
      complete(promise, THROW, error);
    }
    return promise;
  }

  throw(...values) {
    const promise = new Pending();
    const source = this.source;
    try {
      const method = source.iterator.throw;
      if (method !== undefined && method !== null) return answer(source, method, values, true);
      close(source);
      $fault('TypeError');
    } catch (error) {
      complete(promise, THROW, error);
    }
    return promise;
  }
}

// Calls a method of the iterator; the promise is that for its result.
function answer(source, method, values, closes) {
  const promise = new Pending();
  try {
    const result = $apply(method, source.iterator, values);
    if (!$isObject(result)) $fault('TypeError');
    const done = result.done ? true : false;
    const value = result.value;
    const closed = closes && !done ? source : undefined;
    let settled;
    try {
      settled = resolved(Promise, value);
    } catch (error) {
      if (closed !== undefined) closeQuietly(closed);
      throw error;
    }
    perform(settled, unwrap(promise, done, closed));
  } catch (error) {
    complete(promise, THROW, error);
  }
  return promise;
}

// A job: the value of the result is there, or the iterator is closed.
function unwrap(promise, done, closed) {
  const how = $suspend(promise);
  const sent = $sent();
  if (how === NEXT) return { value: sent, done };
  if (closed !== undefined) closeQuietly(closed);
  throw sent;
}
