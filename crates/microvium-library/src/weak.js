// Weak lists, which WeakMap, WeakSet and WeakRef (ECMAScript 24.3, 24.4, 26.1) are made of. A list has an owner, then
// pairs of a key and a value. It keeps neither alive: the collector makes two holes of a pair whose key is gone, and
// empties a list whose owner is.

import { findKey } from './native.js';
import { isRegistered } from './exotic.js';

const FEW = 8;

// All lists, for the collector, with some that are empty, and how many there may be before those are taken out.
export const weakLists = [];
let most = FEW;

export function register(list) {
  if (weakLists.length >= most) {
    let count = 0;
    for (let i = 0; i < weakLists.length; i++) {
      if (weakLists[i].length !== 0) weakLists[count++] = weakLists[i];
    }
    weakLists.length = count;
    most = 2 * count + FEW;
  }
  weakLists[weakLists.length] = list;
}

// CanBeHeldWeakly (ECMAScript 9.14), or a TypeError.
export function requireWeak(value) {
  if ($isObject(value)) return;
  //: only objects and symbols can be held weakly
  if (typeof value !== 'symbol' || (isRegistered && isRegistered(value))) $fault('TypeError');
}

// Above a few keys, `slots` has their indices in the list, by hash, as in tables of other keys.
export function newTable() {
  const table = { list: undefined, slots: undefined };
  const list = [table];
  register(list);
  table.list = list;
  return table;
}

// The index of a key. If it isn't there: the complement of the slot that it would get.
export function find(table, key) {
  const { list, slots } = table;
  if (slots === undefined) {
    for (let i = 1; i < list.length; i += 2) {
      if (list[i] === key && key !== undefined) return i;
    }
    return -1;
  }
  const found = findKey(list, slots, key);
  if (found !== undefined) return found;
  fill(table, slots.length - 1);
  const again = findKey(list, table.slots, key);
  // So many keys that filling the slots takes memory. No heap of 64 kB has them.
  if (again === undefined) $fault('OutOfMemory');
  return again;
}

// Makes slots, a power of two, with the mark behind them that tells when keys have moved.
function fill(table, count) {
  const { list } = table;
  table.slots = undefined;
  const slots = [];
  slots.length = count + 1;
  const mark = [];
  mark.length = 2;
  for (let i = 1; i < list.length; i += 2) {
    if (i in list) slots[~findKey(list, slots, list[i])] = i;
  }
  slots[count] = mark;
  table.slots = slots;
}

// Brings the pairs together whose keys are there, and makes slots for half as many again.
function makeRoom(table) {
  const { list } = table;
  let length = 1;
  for (let i = 1; i < list.length; i += 2) {
    if (!(i in list)) continue;
    if (i !== length) {
      list[length] = list[i];
      list[length + 1] = list[i + 1];
      drop(list, i);
    }
    length += 2;
  }
  table.slots = undefined;
  list.length = length;
  if (length <= FEW) return;
  let count = 2 * FEW;
  while (count < length) count *= 2;
  fill(table, count);
}

function drop(list, at) {
  delete list[at];
  list[at + 1] = undefined;
}

// Adds a key, or finds it; gives it a value.
export function put(table, key, value) {
  requireWeak(key);
  let at = find(table, key);
  const { list } = table;
  if (at < 0) {
    const old = table.slots;
    if (list.length > (old === undefined ? 2 * FEW : ((old.length * 3) >> 2) * 2)) {
      makeRoom(table);
      at = find(table, key);
    }
    const { slots } = table;
    const end = list.length;
    if (slots !== undefined) slots[~at] = end;
    // Only the first of these takes memory.
    list[end + 1] = value;
    list[end] = key;
  } else {
    list[at + 1] = value;
  }
}

export function has(table, key) {
  return find(table, key) >= 0;
}

// Deletes a key; whether it was there.
export function remove(table, key) {
  const at = find(table, key);
  if (at < 0) return false;
  drop(table.list, at);
  return true;
}
