// Iteration (ECMAScript 7.4). What isn't an array is iterated by a record of its iterator: whether it is `done`
// says that it needn't be closed.

import { symbolIterator } from './native.js';
import { isObject } from './convert.js';

// The characters of a string, as its iterator gives them (ECMAScript 22.1.5): pairs of surrogates stay
// together.
export function characters(string) {
  const list = [];
  for (let i = 0; i < string.length; i++) {
    let character = string[i];
    if (character >= '\ud800' && character < '\udc00') {
      const next = string[i + 1];
      if (next >= '\udc00' && next < '\ue000') {
        character += next;
        i++;
      }
    }
    list[list.length] = character;
  }
  return list;
}

// What something other than an array is iterated by: a list, or a record.
export function iterate(value) {
  if (typeof value === 'string') return characters(value);
  const iterator = iteratorOf(value);
  return { iterator, next: iterator.next, done: false };
}

export function isIterable(value) {
  const method = value[symbolIterator];
  return method !== undefined && method !== null;
}

export function iteratorOf(value) {
  if (value === undefined || value === null) $fault('NotIterable');
  const method = value[symbolIterator];
  if (typeof method !== 'function') $fault('NotIterable');
  const iterator = $call(method, value);
  if (!isObject(iterator)) $fault('TypeError');
  return iterator;
}

// The next value; the record itself at the end. What throws here has done with the iterator.
export function step(record) {
  if (record.done) return record;
  record.done = true;
  const result = $call(record.next, record.iterator);
  if (!isObject(result)) $fault('TypeError');
  if (result.done) return record;
  const value = result.value;
  record.done = false;
  return value;
}

// Closes an iterator that isn't done.
export function close(record) {
  if (record.done) return;
  record.done = true;
  const iterator = record.iterator;
  const method = iterator.return;
  if (method === undefined || method === null) return;
  if (!isObject($call(method, iterator))) $fault('TypeError');
}

// The same where something has been thrown, which counts more than what this throws.
export function closeQuietly(record) {
  try {
    close(record);
  } catch {}
}

// All values of something other than an array.
export function collect(value) {
  const source = iterate(value);
  if ($isArray(source)) return source;
  return drain(source);
}

function drain(record) {
  const list = [];
  for (;;) {
    const value = step(record);
    if (value === record) return list;
    list[list.length] = value;
  }
}

// What there is of a source from an index on.
export function rest(source, first) {
  if (!$isArray(source)) return drain(source);
  const rest = [];
  for (let i = first; i < source.length; i++) rest[rest.length] = source[i];
  return rest;
}

// Appends the elements of another list, which may grow meanwhile.
export function append(list, added) {
  for (let i = 0; i < added.length; i++) list[list.length] = added[i];
}
