// Set (ECMAScript 24.2).

import { define, symbolIterator, symbolToStringTag } from './native.js';
import { requireFunction } from './convert.js';
import { fallBack } from './exotic.js';
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

export class Set {
  #table = newTable(undefined);

  constructor(iterable) {
    if (fallBack) fallBack(this, Set);
    if (iterable === undefined || iterable === null) return;
    const add = this.add;
    requireFunction(add);
    for (const value of iterable) $call(add, this, value);
  }

  add(value) {
    put(this.#table, value, undefined);
    return this;
  }

  clear() {
    clear(this.#table);
  }

  delete(value) {
    return remove(this.#table, value);
  }

  entries() {
    return new Iterator(this.#table, entryAt);
  }

  forEach(callback, thisArg) {
    const table = this.#table;
    requireFunction(callback);
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

  get size() {
    return this.#table.size;
  }

  values() {
    return new Iterator(this.#table, keyAt);
  }
}

$hide(Set.prototype, 'keys', Set.prototype.values);
$hide(Set.prototype, symbolIterator, Set.prototype.values);
define(Set.prototype, symbolToStringTag, 'Set', READONLY | HIDDEN);
addSpecies(Set);
