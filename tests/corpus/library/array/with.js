// Array.prototype.with: one element changed in a copy.
import { kind } from '../../shared/kind.mjs';
import { show } from '../../shared/show.mjs';

const print = vmImport(1);

vmExport(1, () => {
  const list = [1, 2, 3];
  print(show(list.with(1, 9))); // expect: [1,9,3]
  print(show(list.with(-1, 9))); // expect: [1,2,9]
  print(show(list)); // expect: [1,2,3]
  print(show([1, , 3].with(0, 0))); // expect: [0,undefined,3]
  print(kind(() => list.with(3, 0))); // expect: RangeError
  print(kind(() => list.with(-4, 0))); // expect: RangeError
});
