// WeakSet (ECMAScript 24.4).

import { symbolToStringTag } from './native.js';
import { requireFunction } from './convert.js';
import { fallBack } from './exotic.js';
import { tag } from './provide.js';
import { has, newTable, put, remove } from './weak.js';

export class WeakSet {
  #table = newTable();

  constructor(iterable) {
    if (fallBack) fallBack(this, WeakSet);
    if (iterable === undefined || iterable === null) return;
    const add = this.add;
    requireFunction(add); //: the method that adds entries is not a function
    for (const value of iterable) $call(add, this, value);
  }

  add(value) {
    put(this.#table, value, undefined);
    return this;
  }

  delete(value) {
    return remove(this.#table, value);
  }

  has(value) {
    return has(this.#table, value);
  }
}

tag(WeakSet.prototype, symbolToStringTag, 'WeakSet');
