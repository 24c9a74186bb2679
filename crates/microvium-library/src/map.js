// Map (ECMAScript 24.1).

import { define, symbolIterator, symbolToStringTag } from './native.js';
import { requireFunction } from './convert.js';
import { fallBack } from './exotic.js';
import { addSpecies } from './species.js';
import { advance, clear, find, newTable, put, remove, walk } from './table.js';
import { finish, keyAt, next } from './table_iterator.js';

function entryAt(table, at) {
  return [table.keys[at], table.values[at]];
}

function valueAt(table, at) {
  return table.values[at];
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

finish(Iterator.prototype, 'Map Iterator');

export class Map {
  #table = newTable([]);

  constructor(iterable) {
    if (fallBack) fallBack(this, Map);
    if (iterable === undefined || iterable === null) return;
    const add = this.set;
    requireFunction(add); //: the method that adds entries is not a function
    for (const entry of iterable) {
      if (!$isObject(entry)) $fault('TypeError'); //: an entry is no object: entries are arrays, [key, value]
      $call(add, this, entry[0], entry[1]);
    }
  }

  static groupBy(items, callback) {
    if (items === undefined || items === null) $fault('TypeError'); //: there is nothing to group: it is undefined or null
    requireFunction(callback); //: the callback is not a function
    const groups = new Map();
    const table = groups.#table;
    let index = 0;
    for (const item of items) {
      const key = callback(item, index++);
      const at = find(table, key);
      if (at < 0) {
        put(table, key, [item]);
      } else {
        const group = table.values[at];
        group[group.length] = item;
      }
    }
    return groups;
  }

  get(key) {
    const table = this.#table;
    const at = find(table, key);
    return at < 0 ? undefined : table.values[at];
  }

  set(key, value) {
    put(this.#table, key, value);
    return this;
  }

  has(key) {
    return find(this.#table, key) >= 0;
  }

  delete(key) {
    return remove(this.#table, key);
  }

  clear() {
    clear(this.#table);
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
      $call(callback, thisArg, table.values[at], table.keys[at], this);
    }
  }

  keys() {
    return new Iterator(this.#table, keyAt);
  }

  get size() {
    return this.#table.size;
  }

  values() {
    return new Iterator(this.#table, valueAt);
  }
}

$hide(Map.prototype, symbolIterator, Map.prototype.entries);
define(Map.prototype, symbolToStringTag, 'Map', READONLY | HIDDEN);
addSpecies(Map);
