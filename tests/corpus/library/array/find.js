// Array.prototype.find, findIndex, findLast and findLastIndex: holes are undefined.
import { kind } from '../../shared/kind.mjs';
import { show } from '../../shared/show.mjs';

const print = vmImport(1);

vmExport(1, () => {
  const list = [5, 12, 8, 130, 44];
  print(list.find((x) => x > 10)); // expect: 12
  print(list.findIndex((x) => x > 10)); // expect: 1
  print(list.findLast((x) => x > 10)); // expect: 44
  print(list.findLastIndex((x) => x > 10)); // expect: 4
  print(show(list.find((x) => x > 1000))); // expect: undefined
  print(list.findIndex((x) => x > 1000)); // expect: -1
  print(show(list.findLast((x) => x > 1000))); // expect: undefined
  print(list.findLastIndex((x) => x > 1000)); // expect: -1
  print([1, , 3].findIndex((x) => x === undefined)); // expect: 1
  print([1, , 3].findLastIndex((x) => x === undefined)); // expect: 1
  print(list.find(function (x) { return x === this.x; }, { x: 8 })); // expect: 8
  let seen = '';
  list.findLast((x, i, all) => { seen += `${x}@${i} `; return all !== list; });
  print(seen + '.'); // expect: 44@4 130@3 8@2 12@1 5@0 .
  print(kind(() => list.find())); // expect: TypeError
  print(kind(() => [].findLastIndex('x'))); // expect: TypeError
});
