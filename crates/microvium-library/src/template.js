// The strings of a tagged template (GetTemplateObject, ECMAScript 13.2.8.4). A module makes those of all its templates
// when it is instantiated: they are constants, and each site has its own.

import { close, define, getPrototype, setPrototype } from './native.js';
import { setArrayObjects } from './exotic.js';

export function templateObject(cooked, raw) {
  const object = setPrototype({ $$array: null }, getPrototype(raw));
  object.$$array = object;
  for (let i = 0; i < cooked.length; i++) define(object, i, cooked[i], READONLY | FIXED);
  define(object, 'length', cooked.length, READONLY | HIDDEN | FIXED);
  close(raw);
  define(object, 'raw', raw, READONLY | HIDDEN | FIXED);
  close(object);
  return object;
}

setArrayObjects();
