// Set (ECMAScript 24.2).

import { define, symbolIterator, symbolToStringTag } from './native.js';
import { requireFunction, toInteger } from './convert.js';
import { fallBack } from './exotic.js';
import { close, recordBy, step } from './iterate.js';
import { addSpecies } from './species.js';
import { advance, clear, find, newTable, put, remove, walk } from './table.js';
import { finish, keyAt, next } from './table_iterator.js';

function entryAt(table, at) {
  return [table.keys[at], table.keys[at]];
}

class Iterator {
  #walk;

  constructor(table, pick) {
    this.#walk = walk(table, pick);
  }

  next() {
    return next(this.#walk);
  }
}

finish(Iterator.prototype, 'Set Iterator');

// What a method needs of the other set, which may be anything like one (GetSetRecord, ECMAScript 24.2.1.2).
function recordOf(other) {
  if (!$isObject(other)) $fault('TypeError'); //: the argument is no set or anything like one
  const number = +other.size;
  if (number !== number) $fault('TypeError'); //: the other set's `size` is no number
  const size = toInteger(number);
  if (size < 0) $fault('RangeError'); //: the other set's `size` is negative
  const { has } = other;
  requireFunction(has); //: the other set's `has` is not a function
  const { keys } = other;
  requireFunction(keys); //: the other set's `keys` is not a function
  return { other, size, has, keys };
}

function otherHas(record, value) {
  return !!$call(record.has, record.other, value);
}

function iterateOther(record) {
  return recordBy(record.other, record.keys);
}

// Whether a test holds of a value in a table; those that are added meanwhile count.
function holdsOfSome(table, test) {
  const place = walk(table, undefined);
  for (;;) {
    const at = advance(place);
    if (at < 0) return false;
    if (test(table.keys[at])) return true;
  }
}

// The same of what an iterator gives, which is closed then.
function holdsOfNext(source, test) {
  for (;;) {
    const value = step(source);
    if (source.$$done) return false;
    if (test(value)) {
      close(source);
      return true;
    }
  }
}

export class Set {
  #table = newTable(undefined);

  constructor(iterable) {
    if (fallBack) fallBack(this, Set);
    if (iterable === undefined || iterable === null) return;
    const add = this.add;
    requireFunction(add); //: the method that adds entries is not a function
    for (const value of iterable) $call(add, this, value);
  }

  add(value) {
    put(this.#table, value, undefined);
    return this;
  }

  clear() {
    clear(this.#table);
  }

  #copy() {
    const made = new Set();
    const table = made.#table;
    holdsOfSome(this.#table, (value) => {
      put(table, value, undefined);
    });
    return made;
  }

  delete(value) {
    return remove(this.#table, value);
  }

  difference(other) {
    const table = this.#table;
    const record = recordOf(other);
    const made = this.#copy();
    const left = made.#table;
    const take = (value) => {
      remove(left, value);
    };
    if (table.size > record.size) {
      holdsOfNext(iterateOther(record), take);
    } else {
      holdsOfSome(left, (value) => {
        if (otherHas(record, value)) take(value);
      });
    }
    return made;
  }

  entries() {
    return new Iterator(this.#table, entryAt);
  }

  forEach(callback, thisArg) {
    const table = this.#table;
    requireFunction(callback); //: the callback is not a function
    const place = walk(table, undefined);
    for (;;) {
      const at = advance(place);
      if (at < 0) return;
      $call(callback, thisArg, table.keys[at], table.keys[at], this);
    }
  }

  has(value) {
    return find(this.#table, value) >= 0;
  }

  intersection(other) {
    const table = this.#table;
    const record = recordOf(other);
    const made = new Set();
    const common = made.#table;
    if (table.size > record.size) {
      holdsOfNext(iterateOther(record), (value) => {
        if (find(table, value) >= 0) put(common, value, undefined);
      });
    } else {
      holdsOfSome(table, (value) => {
        if (otherHas(record, value)) put(common, value, undefined);
      });
    }
    return made;
  }

  isDisjointFrom(other) {
    const table = this.#table;
    const record = recordOf(other);
    if (table.size > record.size) return !holdsOfNext(iterateOther(record), (value) => find(table, value) >= 0);
    return !holdsOfSome(table, (value) => otherHas(record, value));
  }

  isSubsetOf(other) {
    const table = this.#table;
    const record = recordOf(other);
    return table.size <= record.size && !holdsOfSome(table, (value) => !otherHas(record, value));
  }

  isSupersetOf(other) {
    const table = this.#table;
    const record = recordOf(other);
    return table.size >= record.size && !holdsOfNext(iterateOther(record), (value) => find(table, value) < 0);
  }

  get size() {
    return this.#table.size;
  }

  symmetricDifference(other) {
    const table = this.#table;
    const source = iterateOther(recordOf(other));
    const made = this.#copy();
    const single = made.#table;
    holdsOfNext(source, (value) => {
      if (find(table, value) < 0) put(single, value, undefined);
      else remove(single, value);
    });
    return made;
  }

  union(other) {
    // It has to be a set before the other one is asked.
    this.#table;
    const source = iterateOther(recordOf(other));
    const made = this.#copy();
    const all = made.#table;
    holdsOfNext(source, (value) => {
      put(all, value, undefined);
    });
    return made;
  }

  values() {
    return new Iterator(this.#table, keyAt);
  }
}

$hide(Set.prototype, 'keys', Set.prototype.values);
$hide(Set.prototype, symbolIterator, Set.prototype.values);
define(Set.prototype, symbolToStringTag, 'Set', READONLY | HIDDEN);
addSpecies(Set);
