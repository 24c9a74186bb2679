// Tables of keys in the order in which they were added: what Map and Set are made of.
//
// `keys` has the keys, and `values`, of a map, what belongs to them. A key that is deleted leaves a hole, so that what
// walks along isn't disturbed. Where there are more than a few keys, `slots` has their indices, each in the slot where
// its hash leads or one behind (`findKey`), and at the end a mark: an array that has just grown, as the engine can
// tell whether a collection came after that. Then keys that have an identity are in wrong slots.

import { findKey } from './native.js';

const FEW = 8;

export function newTable(values) {
  return { keys: [], values, slots: undefined, size: 0, note: undefined };
}

function isKey(keys, at) {
  return keys[at] !== undefined || at in keys;
}

// Slots, a power of two, for the keys of a list.
function newSlots(keys, count) {
  const slots = [];
  slots.length = count + 1;
  const mark = [];
  mark.length = 2;
  for (let i = 0; i < keys.length; i++) {
    if (isKey(keys, i)) slots[~findKey(keys, slots, keys[i])] = i;
  }
  slots[count] = mark;
  return slots;
}

// The index of a key. If it isn't there: the complement of the slot that it would get.
export function find(table, key) {
  const found = findKey(table.keys, table.slots, key);
  if (found !== undefined) return found;
  table.slots = newSlots(table.keys, table.slots.length - 1);
  const again = findKey(table.keys, table.slots, key);
  // So many keys that filling the slots takes memory. No heap of 64 kB has them.
  if (again === undefined) $fault('OutOfMemory');
  return again;
}

// Brings what is left of the keys together, and makes room for half as many again.
function makeRoom(table) {
  const old = table.keys;
  let keys = old;
  let values = table.values;
  if (table.size < old.length) {
    keys = [];
    if (values !== undefined) values = [];
    for (let i = 0; i < old.length; i++) {
      if (!isKey(old, i)) continue;
      if (values !== undefined) values[keys.length] = table.values[i];
      keys[keys.length] = old[i];
    }
  }
  let slots;
  if (2 * table.size > FEW) {
    let count = 2 * FEW;
    while (count < 2 * table.size) count *= 2;
    slots = newSlots(keys, count);
  }
  replace(table, keys, values, slots, table.size, old);
}

// Gives a table other lists. What walks along `old` finds a note of them.
function replace(table, keys, values, slots, size, old) {
  const note = table.note;
  const next = note === undefined || keys === old ? note : newNote();
  table.note = note; // the first write to what was captured takes memory; those below don't
  if (next !== note) {
    note.keys = old;
    note.next = next;
  }
  table.note = next;
  table.keys = keys;
  table.values = values;
  table.slots = slots;
  table.size = size;
}

// Adds a key, or finds it; gives it a value. Memory may run out at each step: what is done then has no effect.
export function put(table, key, value) {
  let at = find(table, key);
  if (at < 0) {
    const old = table.slots;
    if (table.keys.length === (old === undefined ? FEW : (old.length * 3) >> 2)) {
      makeRoom(table);
      at = find(table, key);
    }
    const { keys, values, slots, size } = table;
    table.size = size;
    if (slots !== undefined) slots[~at] = keys.length;
    if (values !== undefined) values[keys.length] = value;
    keys[keys.length] = key === 0 ? 0 : key;
    table.size = size + 1;
  } else if (table.values !== undefined) {
    table.values[at] = value;
  }
}

// Deletes a key; whether it was there.
export function remove(table, key) {
  const at = find(table, key);
  if (at < 0) return false;
  const { keys, values, size } = table;
  table.size = size;
  delete keys[at];
  table.size = size - 1;
  if (values !== undefined) values[at] = undefined;
  return true;
}

export function clear(table) {
  replace(table, [], table.values === undefined ? undefined : [], undefined, 0, []);
}

// What those who walk along find when the lists have been replaced: the old keys, and the next note.
function newNote() {
  return { keys: undefined, next: undefined };
}

// Begins to walk along the keys of a table, which may change meanwhile; `pick` makes of each what an iterator gives.
export function walk(table, pick) {
  if (table.note === undefined) table.note = newNote();
  return { table, note: table.note, at: 0, pick };
}

// The index of the next key, or -1.
export function advance(walk) {
  const table = walk.table;
  while (walk.note !== table.note) {
    const { keys, next } = walk.note;
    let at = 0;
    for (let i = 0; i < walk.at && i < keys.length; i++) {
      if (isKey(keys, i)) at++;
    }
    walk.at = at;
    walk.note = next;
  }
  const keys = table.keys;
  while (walk.at < keys.length) {
    if (isKey(keys, walk.at++)) return walk.at - 1;
  }
  return -1;
}
