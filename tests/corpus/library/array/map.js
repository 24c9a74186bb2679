// Array.prototype.map: length and holes stay; arguments of the callback.
import { kind } from '../../shared/kind.mjs';
import { show } from '../../shared/show.mjs';

const print = vmImport(1);

vmExport(1, () => {
  print(show([1, 2, 3].map((x) => x * x))); // expect: [1,4,9]
  print(show([1, , 3].map((x) => x * x))); // expect: [1,_,9]
  print(show([1, 2].map((x, i, list) => x + i + list.length))); // expect: [3,5]
  print(show([].map((x) => x))); // expect: []
  print(show([1, 2].map(function (x) { return this.n + x; }, { n: 10 }))); // expect: [11,12]
  const list = [1, 2, 3];
  print(show(list.map((x) => { list[3] = 9; list[2] = 7; return x; }))); // expect: [1,2,7]
  print(list.map((x) => x) === list); // expect: false
  print([, ,].map(() => 1).length); // expect: 2
  print(kind(() => [1].map(undefined))); // expect: TypeError
});
