// NaN, Infinity and undefined are properties of the global object that can't change (ECMAScript 19.1).
import { kind } from '../shared/kind.mjs';

const print = vmImport(1);

const check = (name) => {
  const found = Object.getOwnPropertyDescriptor(globalThis, name);
  const free = found.writable || found.enumerable || found.configurable;
  const written = kind(() => (globalThis[name] = 1));
  const deleted = kind(() => delete globalThis[name]);
  print(`${name} ${found.value} ${free} ${written} ${deleted} ${globalThis[name]}`);
};

vmExport(1, () => {
  check('NaN'); // expect: NaN NaN false TypeError TypeError NaN
  check('Infinity'); // expect: Infinity Infinity false TypeError TypeError Infinity
  check('undefined'); // expect: undefined undefined false TypeError TypeError undefined
});
