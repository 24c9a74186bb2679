// An object that gives no primitive is a TypeError; what its methods throw is thrown.
import { kind } from '../../shared/kind.mjs';

const print = vmImport(1);

const none = { valueOf() { return {}; }, toString() { return []; } };
const bare = Object.create(null);
const bad = { valueOf() { throw new RangeError('bad'); } };

vmExport(1, () => {
  print(kind(() => none + 1)); // expect: TypeError
  print(kind(() => `${none}`)); // expect: TypeError
  print(kind(() => bare + '')); // expect: TypeError
  print(kind(() => bare * 1)); // expect: TypeError
  print(kind(() => bare == 1)); // expect: TypeError
  print(kind(() => bad + 1)); // expect: RangeError
  print(kind(() => `${bad}`.length)); // expect: nothing
  print(kind(() => 1 < bad)); // expect: RangeError
  let x = 5;
  try { x = x + bad; } catch (error) { x = x * 2; }
  print(x); // expect: 10
});
