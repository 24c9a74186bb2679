// Which constructor makes objects like another one (ECMAScript 7.3.22).

import { defineAccessor, symbolSpecies } from './native.js';
import { nameFunction } from './function.js';

// SpeciesConstructor, but that it is a constructor.
export function species(object, fallback) {
  const constructor = object.constructor;
  if (constructor === undefined) return fallback;
  if (!$isObject(constructor)) $fault('TypeError');
  const found = constructor[symbolSpecies];
  return found ?? fallback;
}

// Makes a constructor its own species.
export function addSpecies(constructor) {
  const getter = {
    species() {
      return this;
    },
  }.species;
  nameFunction(getter, 0, 'get [Symbol.species]');
  defineAccessor(constructor, symbolSpecies, getter, undefined, HIDDEN);
}
