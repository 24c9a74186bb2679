// Array.prototype (ECMAScript 23.1.3). All are generic: `this` is whatever has a length.

import { getPrototype } from './native.js';
import { createLike, flattenInto } from './array_species.js';
import { has, listLength, relative, relativeEnd, requireFunction, requireLength, toInteger } from './convert.js';
import { isArrayObject, spreadable } from './exotic.js';
import { objectText } from './object_prototype.js';
import { createElement } from './property.js';
import { sortList } from './sort.js';
import { toObject } from './wrapper.js';

function sameValueZero(a, b) {
  return a === b || (a !== a && b !== b);
}

// The first index from which on the callback says yes, or -1, in steps of 1 or -1.
function search(list, callback, thisArg, step) {
  const object = $isObject(list) ? list : toObject(list);
  const length = listLength(object);
  requireFunction(callback); //: the callback is not a function
  for (let i = step > 0 ? 0 : length - 1; i >= 0 && i < length; i += step) {
    if ($call(callback, thisArg, object[i], i, object)) return i;
  }
  return -1;
}

// Appends the elements of a list, and those of the arrays in it down to `depth`, which is converted behind the length.
function flatten(target, source, depth) {
  const length = listLength(source);
  const levels = toInteger(depth);
  for (let i = 0; i < length; i++) {
    if (!has(source, i)) continue;
    const element = source[i];
    if (levels > 0 && ($isArray(element) || (isArrayObject && isArrayObject(element)))) flatten(target, element, levels - 1);
    else target[target.length] = element;
  }
}

// Appends to a list with a length the elements of an item if it is spreadable, and else the item; gives the length
// (ECMAScript 23.1.3.2).
function appendIf(list, length, item) {
  let spreads = false;
  if ($isObject(item)) {
    spreads = item[spreadable];
    if (spreads === undefined) spreads = $isArray(item) || (isArrayObject && isArrayObject(item));
  }
  const count = spreads ? listLength(item) : 1;
  requireLength(length + count);
  if (!spreads) {
    if ($asksSpecies(list)) createElement(list, length, item);
    else list[length] = item;
  } else {
    for (let i = 0; i < count; i++) {
      if (!(i in item)) continue;
      if ($asksSpecies(list)) createElement(list, length + i, item[i]);
      else list[length + i] = item[i];
    }
  }
  return length + count;
}

// HasProperty at an index below the length: other primitives than strings inherit their elements, and the length.
function isAt(list, index) {
  return typeof list === 'string' || index in ($isObject(list) ? list : getPrototype(list));
}

// Moves an element, or the hole that is there.
function move(list, from, to) {
  if (has(list, from)) list[to] = list[from];
  else delete list[to];
}

function copy(list) {
  const length = listLength(list);
  const result = [];
  result.length = length;
  for (let i = 0; i < length; i++) result[i] = list[i];
  return result;
}

function join(list, separator) {
  const length = listLength(list);
  const between = separator === undefined ? ',' : `${separator}`;
  let text = '';
  for (let i = 0; i < length; i++) {
    if (i > 0) text += between;
    const element = list[i];
    if (element !== undefined && element !== null) text += `${element}`;
  }
  return text;
}

// Moves the elements from `from` on to `to`, in the order in which none is lost.
function moveTail(list, from, to, length) {
  if (to < from) {
    for (let i = from; i < length; i++) move(list, i, i - from + to);
  } else if (to > from) {
    for (let i = length - 1; i >= from; i--) move(list, i, i - from + to);
  }
}

// reduce and reduceRight; `initial` holds the initial value, if there is one.
function fold(list, callback, initial, step) {
  const object = $isObject(list) ? list : toObject(list);
  const length = listLength(object);
  requireFunction(callback); //: the callback is not a function
  let i = step > 0 ? 0 : length - 1;
  let result;
  if (initial.length > 0) {
    result = initial[0];
  } else {
    while (i >= 0 && i < length && !has(object, i)) i += step;
    if (i < 0 || i >= length) $fault('TypeError'); //: the array has no element to begin with, and there is no initial value
    result = object[i];
    i += step;
  }
  for (; i >= 0 && i < length; i += step) {
    if (has(object, i)) result = callback(result, object[i], i, object);
  }
  return result;
}

// How many elements `splice` removes of the `most` behind the start: all without a count, none without
// anything.
function removedCount(items, most) {
  if (items.length < 2) return items.length === 1 ? most : 0;
  const count = toInteger(items[1]);
  return count < 0 ? 0 : count < most ? count : most;
}

export const prototype = {
  at(index) {
    const length = listLength(this);
    const position = toInteger(index);
    const i = position < 0 ? position + length : position;
    return i < 0 || i >= length ? undefined : this[i];
  },

  concat(...items) {
    const object = $isObject(this) ? this : toObject(this);
    const result = $asksSpecies(this) ? createLike(object, 0) : [];
    let length = 0;
    for (let i = -1; i < items.length; i++) {
      const item = i < 0 ? object : items[i];
      if (spreadable) {
        length = appendIf(result, length, item);
        continue;
      }
      if (!($isArray(item) || (isArrayObject && isArrayObject(item)))) {
        if ($asksSpecies(this)) createElement(result, length++, item);
        else result[length++] = item;
        continue;
      }
      for (let k = 0; k < item.length; k++) {
        if (!(k in item)) continue;
        if ($asksSpecies(this)) createElement(result, length + k, item[k]);
        else result[length + k] = item[k];
      }
      length += item.length;
    }
    result.length = length;
    return result;
  },

  copyWithin(target, start, end) {
    const object = $isObject(this) ? this : toObject(this);
    const length = listLength(object);
    let to = relative(target, length);
    let from = relative(start, length);
    const last = relativeEnd(end, length);
    let count = last - from < length - to ? last - from : length - to;
    let step = 1;
    if (from < to && to < from + count) {
      step = -1;
      from += count - 1;
      to += count - 1;
    }
    for (; count > 0; count--) {
      move(object, from, to);
      from += step;
      to += step;
    }
    return object;
  },

  every(callback, thisArg) {
    const object = $isObject(this) ? this : toObject(this);
    const length = listLength(object);
    requireFunction(callback); //: the callback is not a function
    for (let i = 0; i < length; i++) {
      if (has(object, i) && !$call(callback, thisArg, object[i], i, object)) return false;
    }
    return true;
  },

  fill(value, start, end) {
    const object = $isObject(this) ? this : toObject(this);
    const length = listLength(object);
    const first = relative(start, length);
    const last = relativeEnd(end, length);
    for (let i = first; i < last; i++) object[i] = value;
    return object;
  },

  filter(callback, thisArg) {
    const object = $isObject(this) ? this : toObject(this);
    const length = listLength(object);
    requireFunction(callback); //: the callback is not a function
    const result = $asksSpecies(this) ? createLike(object, 0) : [];
    let count = 0;
    for (let i = 0; i < length; i++) {
      if (!has(object, i)) continue;
      const element = object[i];
      if (!$call(callback, thisArg, element, i, object)) continue;
      if ($asksSpecies(this)) createElement(result, count++, element);
      else result[result.length] = element;
    }
    return result;
  },

  find(callback, thisArg) {
    const object = $isObject(this) ? this : toObject(this);
    const length = listLength(object);
    requireFunction(callback); //: the callback is not a function
    for (let i = 0; i < length; i++) {
      const element = object[i];
      if ($call(callback, thisArg, element, i, object)) return element;
    }
  },

  findIndex(callback, thisArg) {
    return search(this, callback, thisArg, 1);
  },

  findLast(callback, thisArg) {
    const object = $isObject(this) ? this : toObject(this);
    const length = listLength(object);
    requireFunction(callback); //: the callback is not a function
    for (let i = length - 1; i >= 0; i--) {
      const element = object[i];
      if ($call(callback, thisArg, element, i, object)) return element;
    }
  },

  findLastIndex(callback, thisArg) {
    return search(this, callback, thisArg, -1);
  },

  flat(depth) {
    if ($asksSpecies(this)) {
      const object = $isObject(this) ? this : toObject(this);
      const length = listLength(object);
      const levels = depth === undefined ? 1 : toInteger(depth);
      const made = createLike(object, 0);
      flattenInto(made, object, length, 0, levels, undefined);
      return made;
    }
    const result = [];
    flatten(result, this, depth === undefined ? 1 : depth);
    return result;
  },

  flatMap(callback, thisArg) {
    const object = $isObject(this) ? this : toObject(this);
    const length = listLength(object);
    requireFunction(callback); //: the callback is not a function
    if ($asksSpecies(this)) {
      const made = createLike(object, 0);
      flattenInto(made, object, length, 0, 1, (element, i) => $call(callback, thisArg, element, i, object));
      return made;
    }
    const result = [];
    for (let i = 0; i < length; i++) {
      if (!has(object, i)) continue;
      const element = $call(callback, thisArg, object[i], i, object);
      if ($isArray(element) || (isArrayObject && isArrayObject(element))) flatten(result, element, 0);
      else result[result.length] = element;
    }
    return result;
  },

  forEach(callback, thisArg) {
    const object = $isObject(this) ? this : toObject(this);
    const length = listLength(object);
    requireFunction(callback); //: the callback is not a function
    for (let i = 0; i < length; i++) {
      if (has(object, i)) $call(callback, thisArg, object[i], i, object);
    }
  },

  includes(value, start) {
    const length = listLength(this);
    if (length === 0) return false;
    for (let i = relative(start, length); i < length; i++) {
      if (sameValueZero(this[i], value)) return true;
    }
    return false;
  },

  indexOf(value, start) {
    const length = listLength(this);
    if (length === 0) return -1;
    for (let i = relative(start, length); i < length; i++) {
      if (isAt(this, i) && this[i] === value) return i;
    }
    return -1;
  },

  join(separator) {
    return join(this, separator);
  },

  lastIndexOf(value, ...start) {
    const length = listLength(this);
    let i = length - 1;
    if (start.length > 0 && length > 0) {
      const from = toInteger(start[0]);
      i = from < 0 ? length + from : from < i ? from : i;
    }
    for (; i >= 0; i--) {
      if (isAt(this, i) && this[i] === value) return i;
    }
    return -1;
  },

  map(callback, thisArg) {
    const object = $isObject(this) ? this : toObject(this);
    const length = listLength(object);
    requireFunction(callback); //: the callback is not a function
    const result = $asksSpecies(this) ? createLike(object, length) : [];
    if (!$asksSpecies(this)) result.length = length;
    for (let i = 0; i < length; i++) {
      if (!has(object, i)) continue;
      if ($asksSpecies(this)) createElement(result, i, $call(callback, thisArg, object[i], i, object));
      else result[i] = $call(callback, thisArg, object[i], i, object);
    }
    return result;
  },

  pop() {
    const object = $isObject(this) ? this : toObject(this);
    const length = listLength(object);
    const last = length > 0 ? length - 1 : 0;
    const element = length > 0 ? object[last] : undefined;
    if (length > 0) delete object[last];
    object.length = last;
    return element;
  },

  reduce(callback, ...initial) {
    return fold(this, callback, initial, 1);
  },

  reduceRight(callback, ...initial) {
    return fold(this, callback, initial, -1);
  },

  reverse() {
    const object = $isObject(this) ? this : toObject(this);
    const length = listLength(object);
    for (let low = 0, high = length - 1; low < high; low++, high--) {
      const hasLow = has(object, low);
      const lower = hasLow ? object[low] : undefined;
      const hasHigh = has(object, high);
      const upper = hasHigh ? object[high] : undefined;
      if (hasHigh) object[low] = upper;
      else if (hasLow) delete object[low];
      if (hasLow) object[high] = lower;
      else if (hasHigh) delete object[high];
    }
    return object;
  },

  shift() {
    const object = $isObject(this) ? this : toObject(this);
    const length = listLength(object);
    if (length === 0) {
      object.length = 0;
      return undefined;
    }
    const first = object[0];
    for (let i = 1; i < length; i++) move(object, i, i - 1);
    delete object[length - 1];
    object.length = length - 1;
    return first;
  },

  slice(start, end) {
    const length = listLength(this);
    const first = relative(start, length);
    const last = relativeEnd(end, length);
    if ($asksSpecies(this)) {
      const count = last > first ? last - first : 0;
      const made = createLike($isObject(this) ? this : toObject(this), count);
      for (let i = first; i < last; i++) {
        if (isAt(this, i)) createElement(made, i - first, this[i]);
      }
      made.length = count;
      return made;
    }
    const result = [];
    if (last > first) result.length = last - first;
    for (let i = first; i < last; i++) {
      if (isAt(this, i)) result[i - first] = this[i];
    }
    return result;
  },

  some(callback, thisArg) {
    const object = $isObject(this) ? this : toObject(this);
    const length = listLength(object);
    requireFunction(callback); //: the callback is not a function
    for (let i = 0; i < length; i++) {
      if (has(object, i) && $call(callback, thisArg, object[i], i, object)) return true;
    }
    return false;
  },

  sort(comparator) {
    if (comparator !== undefined) requireFunction(comparator); //: the comparison is not a function
    const object = $isObject(this) ? this : toObject(this);
    const length = listLength(object);
    const list = [];
    for (let i = 0; i < length; i++) {
      if (has(object, i)) list[list.length] = object[i];
    }
    const sorted = sortList(list, comparator);
    for (let i = 0; i < sorted.length; i++) object[i] = sorted[i];
    for (let i = sorted.length; i < length; i++) delete object[i];
    return object;
  },

  splice(...items) {
    const object = $isObject(this) ? this : toObject(this);
    const length = listLength(object);
    const first = relative(items[0], length);
    const count = removedCount(items, length - first);
    const added = items.length > 2 ? items.length - 2 : 0;
    if (!$isArray(this)) requireLength(length - count + added);
    const removed = $asksSpecies(this) ? createLike(object, count) : [];
    if (!$asksSpecies(this)) removed.length = count;
    for (let i = 0; i < count; i++) {
      if (!has(object, first + i)) continue;
      if ($asksSpecies(this)) createElement(removed, i, object[first + i]);
      else removed[i] = object[first + i];
    }
    if ($asksSpecies(this)) removed.length = count;
    moveTail(object, first + count, first + added, length);
    for (let i = length; i > length - count + added; i--) delete object[i - 1];
    for (let i = 0; i < added; i++) object[first + i] = items[i + 2];
    object.length = length - count + added;
    return removed;
  },

  toLocaleString() {
    const length = listLength(this);
    let text = '';
    for (let i = 0; i < length; i++) {
      if (i > 0) text += ',';
      const element = this[i];
      if (element !== undefined && element !== null) text += element.toLocaleString();
    }
    return text;
  },

  toReversed() {
    const length = listLength(this);
    const result = [];
    result.length = length;
    for (let i = 0; i < length; i++) result[i] = this[length - 1 - i];
    return result;
  },

  toSorted(comparator) {
    if (comparator !== undefined) requireFunction(comparator); //: the comparison is not a function
    return sortList(copy(this), comparator);
  },

  toSpliced(...items) {
    const length = listLength(this);
    const first = relative(items[0], length);
    const skip = removedCount(items, length - first);
    const added = items.length > 2 ? items.length - 2 : 0;
    const total = length - skip + added;
    requireLength(total);
    const result = [];
    result.length = total;
    for (let i = 0; i < first; i++) result[i] = this[i];
    for (let i = 0; i < added; i++) result[first + i] = items[i + 2];
    for (let i = first + added; i < total; i++) result[i] = this[i + skip - added];
    return result;
  },

  toString() {
    const method = this.join;
    if (typeof method === 'function') return $call(method, this);
    // An image whose arrays have the method doesn't hold the rest.
    return $isArray(this) ? '[object Array]' : objectText(this);
  },

  unshift(...items) {
    const object = $isObject(this) ? this : toObject(this);
    const length = listLength(object);
    if (!$isArray(object) && items.length > 0) requireLength(length + items.length);
    moveTail(object, 0, items.length, length);
    for (let i = 0; i < items.length; i++) object[i] = items[i];
    object.length = length + items.length;
    return length + items.length;
  },

  with(index, value) {
    const length = listLength(this);
    const position = toInteger(index);
    const i = position < 0 ? position + length : position;
    if (i < 0 || i >= length) $fault('RangeError'); //: there is no element at this index
    const result = [];
    result.length = length;
    for (let k = 0; k < length; k++) result[k] = k === i ? value : this[k];
    return result;
  },
};
