// `finally` wants a species that is a constructor, before it calls `then` (ECMAScript 27.2.5.3).
import { kind } from '../shared/kind.mjs';

const print = vmImport(1);

vmExport(1, () => {
  const finallyOf = (species) => {
    const constructor = { [Symbol.species]: species };
    return Promise.prototype.finally.call({ then: () => 'then', constructor }, () => {});
  };
  print(finallyOf(undefined)); // expect: then
  print(finallyOf(null)); // expect: then
  print(finallyOf(Promise)); // expect: then
  print(kind(() => finallyOf(() => {}))); // expect: TypeError
  print(kind(() => finallyOf(1))); // expect: TypeError
  print(kind(() => finallyOf({}))); // expect: TypeError
});
