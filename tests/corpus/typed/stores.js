// What is stored is made a number first, even where there is no element.
import { nameOf } from '../shared/name_of.mjs';
const print = vmImport(1);

vmExport(1, () => {
  const array = new Int8Array(2);
  array[0] = { valueOf: () => 65 };
  print(array[0]); // expect: 65
  print(nameOf(() => (array[5] = { valueOf() { throw new RangeError(); } }))); // expect: RangeError
  print(nameOf(() => (array[1] = Symbol()))); // expect: TypeError
  let stored = 0;
  const counts = { valueOf: () => ++stored };
  array['-0'] = counts;
  array['1.5'] = counts;
  array.NaN = counts;
  ({ a: array.Infinity } = { a: counts });
  array['-1'] ??= counts;
  print(`${stored} ${Object.keys(array).join()}`); // expect: 5 0,1
  print(nameOf(() => (array.NaN = Symbol()))); // expect: TypeError
  print(JSON.stringify(new Uint16Array([1, 2]))); // expect: {"0":1,"1":2}
});
