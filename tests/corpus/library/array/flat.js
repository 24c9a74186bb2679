// Array.prototype.flat and flatMap: depth, holes, what isn't an array.
import { kind } from '../../shared/kind.mjs';
import { show } from '../../shared/show.mjs';

const print = vmImport(1);

vmExport(1, () => {
  print(show([1, [2, [3, [4]]]].flat())); // expect: [1,2,[3,[4]]]
  print(show([1, [2, [3, [4]]]].flat(2))); // expect: [1,2,3,[4]]
  print(show([1, [2, [3, [4]]]].flat(Infinity))); // expect: [1,2,3,4]
  print(show([1, [2, [3]]].flat(0))); // expect: [1,[2,[3]]]
  print(show([1, [2, [3]]].flat(-1))); // expect: [1,[2,[3]]]
  print(show([1, , [2, , 3]].flat())); // expect: [1,2,3]
  print(show(['ab', ['c']].flat())); // expect: ['ab','c']
  print(show([].flat())); // expect: []
  print(show([1, 2].flatMap((x) => [x, x * 10]))); // expect: [1,10,2,20]
  print(show([1, 2].flatMap((x) => [[x]]))); // expect: [[1],[2]]
  print(show([1, 2, 3].flatMap((x) => (x === 2 ? [] : x)))); // expect: [1,3]
  print(show([1, , 3].flatMap((x, i) => i))); // expect: [0,2]
  print(show([1].flatMap(function () { return this.list; }, { list: [7, 8] }))); // expect: [7,8]
  print(kind(() => [1].flatMap())); // expect: TypeError
});
