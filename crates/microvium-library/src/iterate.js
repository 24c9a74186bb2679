// Iteration (ECMAScript 7.4). What isn't an array is iterated by a record of its iterator: whether it is `$$done`
// says that it needn't be closed. An array that has become an array object since is still iterated by index.

import { charCode, slice, symbolIterator } from './native.js';
import { arraysAnew, inherited, isArrayObject, stringsAnew } from './exotic.js';

// The characters of a string, as its iterator gives them (ECMAScript 22.1.5): pairs of surrogates stay
// together.
export function characters(string) {
  const list = [];
  for (let i = 0; ; ) {
    const unit = charCode(string, i);
    if (unit < 0) return list;
    let end = i + 1;
    if (unit >= 0xd800 && unit < 0xdc00) {
      const next = charCode(string, end);
      if (next >= 0xdc00 && next < 0xe000) end++;
    }
    list[list.length] = slice(string, i, end);
    i = end;
  }
}

// Whether a script has changed what the iterators of lists inherit, which is all that it can as long as they aren't loaded.
function inheritsReturn() {
  return 'return' in (inherited ?? {});
}

// The list that is iterated by index in place of a value: what a script may have changed, it hasn't.
function listFor(value) {
  if ($isArray(value)) {
    return $iteratesAnew(value) && (arraysAnew ? arraysAnew() : inheritsReturn()) ? undefined : value;
  }
  if (typeof value !== 'string') return undefined;
  if ($iteratesAnew(value) && (stringsAnew ? stringsAnew() : inheritsReturn())) return undefined;
  return characters(value);
}

// What a value is iterated by: a list, or a record. An array is its own list, so it comes here only if a script may
// have changed how arrays are iterated.
export function iterate(value) {
  if ($iteratesAnew(value)) {
    const list = listFor(value);
    if (list !== undefined) return list;
  } else if (typeof value === 'string') {
    return characters(value);
  }
  const iterator = iteratorOf(value);
  return { iterator, next: iterator.next, $$done: false };
}

// The same of any value, whose method is asked for once; undefined if it has none.
export function iterateIfIterable(value) {
  const list = listFor(value);
  if (list !== undefined) return list;
  const method = value[symbolIterator];
  if (method === undefined || method === null) return undefined;
  return recordBy(value, method);
}

export function iteratorOf(value) {
  const iterator = value?.[symbolIterator]?.();
  if (!$isObject(iterator)) $fault('NotIterable');
  return iterator;
}

// The next value, unless the record is done then. What throws here has done with the iterator. The index is that of
// the value in an array.
export function step(source, index) {
  const record = $asOther(source);
  if (isArrayObject && isArrayObject(record)) {
    record.$$done = index >= record.length;
    return record.$$done ? undefined : record[index];
  }
  if (record.$$done) return;
  record.$$done = true;
  const result = $call(record.next, record.iterator);
  if (!$isObject(result)) $fault('TypeError');
  if (result.done) return;
  const value = result.value;
  record.$$done = false;
  return value;
}

// The same where a pattern leaves the value out: nobody asks for it.
export function skip(source, index) {
  const record = $asOther(source);
  if (isArrayObject && isArrayObject(record)) {
    record.$$done = index >= record.length;
    return;
  }
  if (record.$$done) return;
  record.$$done = true;
  const result = $call(record.next, record.iterator);
  if (!$isObject(result)) $fault('TypeError');
  if (!result.done) record.$$done = false;
}

// Closes an iterator that isn't done.
export function close(source) {
  const record = $asOther(source);
  if (isArrayObject && isArrayObject(record)) return;
  if (record.$$done) return;
  record.$$done = true;
  const iterator = record.iterator;
  const method = iterator.return;
  if (method === undefined || method === null) return;
  if (!$isObject($call(method, iterator))) $fault('TypeError');
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
  return drain($asOther(source));
}

// The record of the iterator that a method makes (GetIteratorFromMethod).
export function recordBy(value, method) {
  const iterator = $call(method, value);
  if (!$isObject(iterator)) $fault('NotIterable');
  return { iterator, next: iterator.next, $$done: false };
}

// The values that an iterator gives which a method makes.
export function iterateBy(value, method) {
  const iterator = $call(method, value);
  if (!$isObject(iterator)) $fault('NotIterable');
  return drain({ iterator, next: iterator.next, $$done: false });
}

function drain(record) {
  const list = [];
  for (;;) {
    const value = step(record);
    if (record.$$done) return list;
    list[list.length] = value;
  }
}

// What there is of a source from an index on.
export function rest(source, first) {
  if (!$isArray(source) && !(isArrayObject && isArrayObject(source))) return drain($asOther(source));
  const rest = [];
  for (let i = first; i < source.length; i++) rest[rest.length] = source[i];
  return rest;
}

// Appends the elements of another list, which may grow meanwhile.
export function append(list, added) {
  for (let i = 0; i < added.length; i++) list[list.length] = added[i];
}
