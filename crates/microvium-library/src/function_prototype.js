// Function.prototype (ECMAScript 20.2.3).

import { getPrototype, isConstructor, symbolHasInstance } from './native.js';
import { listOf, requireFunction } from './convert.js';
import { boundTarget, setBound } from './exotic.js';
import { append } from './iterate.js';
import { instanceOf } from './language.js';

// The target of a bound function. It knows itself: what inherits from it is none.
function targetOf(func) {
  return func.$$bound === func ? func.$$target : undefined;
}

// For `instanceof`, which looks at the target.
function mark(bound, target) {
  setBound(targetOf);
  bound.$$bound = bound;
  bound.$$target = target;
}

// Both lists in one: whatever scripts make of how arrays are iterated, it means nothing here.
function joined(first, rest) {
  const list = [];
  append(list, first);
  append(list, rest);
  return list;
}

export const prototype = {
  length: 0,
  name: '',

  apply(thisArg, list) {
    requireFunction(this); //: `this` is not a function
    return $apply(this, thisArg, list === undefined || list === null ? [] : listOf(list));
  },

  // A bound function constructs if its target does (BoundFunctionCreate, ECMAScript 10.4.1.3).
  bind(thisArg, ...first) {
    const target = this;
    requireFunction(target); //: `this` is not a function
    let made;
    if ($constructsBound(target) && isConstructor(target)) {
      made = $bound(function bound(...rest) {
        const list = joined(first, rest);
        if ($constructsBound(target) && new.target) {
          return $construct(target, new.target === bound ? target : new.target, list);
        }
        return $apply(target, thisArg, list);
      }, [target, first]);
    } else {
      made = $bound((...rest) => $apply(target, thisArg, joined(first, rest)), [target, first]);
    }
    if ($mayDecide(first)) mark(made, target);
    return made;
  },

  call(thisArg, ...list) {
    requireFunction(this); //: `this` is not a function
    return $apply(this, thisArg, list);
  },

  // There are no sources where it runs: every function is said to be native.
  toString() {
    if (typeof this !== 'function' && this !== getPrototype(getPrototype)) $fault('TypeError');
    return 'function(){[native code]}';
  },
};

// OrdinaryHasInstance (ECMAScript 7.3.21).
export const hasInstance = {
  [symbolHasInstance](value) {
    if (typeof this !== 'function') return false;
    if (!$mayDecide(this)) return value instanceof this;
    const target = boundTarget && boundTarget(this);
    if (target) return instanceOf(value, target);
    if (!$isObject(value)) return false;
    // The operation calls no getter.
    const { prototype } = this;
    if (!$isObject(prototype)) $fault('TypeError'); //: the right-hand side has no prototype that is an object
    for (let it = getPrototype(value); it !== null; it = getPrototype(it)) {
      if (it === prototype) return true;
    }
    return false;
  },
}[symbolHasInstance];
