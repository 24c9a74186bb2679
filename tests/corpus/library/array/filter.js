// Array.prototype.filter: order, holes, arguments, changes meanwhile.
import { kind } from '../../shared/kind.mjs';
import { show } from '../../shared/show.mjs';

const print = vmImport(1);

vmExport(1, () => {
  print(show([1, 2, 3, 4].filter((x) => x % 2 === 0))); // expect: [2,4]
  print(show([1, , undefined, 0, 'a'].filter(() => true))); // expect: [1,undefined,0,'a']
  print(show([0, 1, '', 'a', null, NaN].filter((x) => x))); // expect: [1,'a']
  print(show([5, 6, 7].filter((x, i) => i > 0))); // expect: [6,7]
  print(show([5, 6, 7].filter((x, i, list) => list[0] === x))); // expect: [5]
  print(show([5, 6, 7].filter(function (x) { return x === this.only; }, { only: 6 }))); // expect: [6]
  const list = [1, 2, 3];
  print(show(list.filter((x) => { if (x === 1) { list[1] = 9; list[3] = 4; } return true; }))); // expect: [1,9,3]
  print(show(list)); // expect: [1,9,3,4]
  print(kind(() => [1].filter({}))); // expect: TypeError
});
