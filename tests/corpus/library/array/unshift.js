// Array.prototype.unshift: the new length, order, holes.
import { show } from '../../shared/show.mjs';

const print = vmImport(1);

vmExport(1, () => {
  const list = [3];
  print(list.unshift(1, 2)); // expect: 3
  print(show(list)); // expect: [1,2,3]
  print(list.unshift()); // expect: 3
  print(show(list)); // expect: [1,2,3]
  const holes = [, 1];
  print(holes.unshift('a')); // expect: 3
  print(show(holes)); // expect: ['a',_,1]
});
