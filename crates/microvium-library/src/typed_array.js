// %TypedArray% (ECMAScript 23.2.1, 23.2.2).

import { getPrototype, isConstructor, newBytes } from './native.js';
import { listLength, requireFunction } from './convert.js';
import { fix, provide } from './provide.js';
import { addSpecies } from './species.js';
import { create, listFrom } from './typed.js';

export function TypedArray() {
  $fault('TypeError');
}

provide(TypedArray, {
  from(source, mapper, thisArg) {
    if (!isConstructor(this)) $fault('TypeError');
    if (mapper !== undefined) requireFunction(mapper);
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
