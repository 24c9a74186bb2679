// Map.groupBy: keys are compared as by a map, any iterable is grouped.
// node: skip — node 20 has no Map.groupBy.
import { nameOf } from '../shared/name_of.mjs';
const print = vmImport(1);

vmExport(1, () => {
  const show = (groups) => [...groups].map(([key, items]) => key + ':' + items.join()).join(' ');
  print(show(Map.groupBy([1, 2, 3, 4, 5], (x) => x % 2))); // expect: 1:1,3,5 0:2,4
  print(show(Map.groupBy('hello', (letter, i) => (letter === 'l' ? 'l' : i > 2)))); // expect: false:h,e l:l,l true:o
  print(Map.groupBy([-0, 0], (x) => x).size); // expect: 1
  print(nameOf(() => Map.groupBy(null, () => 0))); // expect: TypeError
  print(nameOf(() => Map.groupBy([], 1))); // expect: TypeError
});
