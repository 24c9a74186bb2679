// WeakMap (ECMAScript 24.3).

import { symbolToStringTag } from './native.js';
import { requireFunction } from './convert.js';
import { fallBack } from './exotic.js';
import { tag } from './provide.js';
import { find, has, newTable, put, remove } from './weak.js';

export class WeakMap {
  #table = newTable();

  constructor(iterable) {
    if (fallBack) fallBack(this, WeakMap);
    if (iterable === undefined || iterable === null) return;
    const add = this.set;
    requireFunction(add); //: the method that adds entries is not a function
    for (const entry of iterable) {
      if (!$isObject(entry)) $fault('TypeError'); //: an entry is no object: entries are arrays, [key, value]
      $call(add, this, entry[0], entry[1]);
    }
  }

  delete(key) {
    return remove(this.#table, key);
  }

  get(key) {
    const table = this.#table;
    const at = find(table, key);
    return at < 0 ? undefined : table.list[at + 1];
  }

  has(key) {
    return has(this.#table, key);
  }

  set(key, value) {
    put(this.#table, key, value);
    return this;
  }
}

tag(WeakMap.prototype, symbolToStringTag, 'WeakMap');
