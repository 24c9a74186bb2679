// %TypedArray% (ECMAScript 23.2.1, 23.2.2).

import { getPrototype, isConstructor, newBytes } from './native.js';
import { listLength, requireFunction } from './convert.js';
import { fix, provide } from './provide.js';
import { addSpecies } from './species.js';
import { create, listFrom } from './typed.js';

export function TypedArray() {
  $fault('TypeError'); //: there is no typed array without a type of elements
}

provide(TypedArray, {
  from(source, mapper, thisArg) {
    if (!isConstructor(this)) $fault('TypeError'); //: `this` is not a constructor
    if (mapper !== undefined) requireFunction(mapper); //: the mapping is not a function
    //: there is nothing to make an array of: it is undefined or null
    if (source === undefined || source === null) $fault('TypeError');
    const list = listFrom(source);
    const length = listLength(list);
    const view = create(this, length);
    for (let i = 0; i < length; i++) {
      view[i] = +(mapper === undefined ? list[i] : $call(mapper, thisArg, list[i], i));
    }
    return view;
  },

  of(...items) {
    const view = create(this, items.length);
    for (let i = 0; i < items.length; i++) view[i] = +items[i];
    return view;
  },
});

addSpecies(TypedArray);
const typedPrototype = getPrototype(getPrototype(newBytes(0)));
fix(TypedArray, { prototype: typedPrototype });
export const prototype = { constructor: TypedArray };
