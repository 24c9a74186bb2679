// Array.prototype.slice: ranges from either end, holes, a new array.
import { show } from '../../shared/show.mjs';

const print = vmImport(1);

vmExport(1, () => {
  const list = [1, 2, 3, 4, 5];
  print(show(list.slice())); // expect: [1,2,3,4,5]
  print(show(list.slice(2))); // expect: [3,4,5]
  print(show(list.slice(1, 3))); // expect: [2,3]
  print(show(list.slice(-2))); // expect: [4,5]
  print(show(list.slice(-4, -1))); // expect: [2,3,4]
  print(show(list.slice(3, 1))); // expect: []
  print(show(list.slice(9))); // expect: []
  print(show(list.slice(undefined, undefined))); // expect: [1,2,3,4,5]
  print(show(list.slice('1', 2.9))); // expect: [2]
  print(show([1, , 3].slice(1))); // expect: [_,3]
  print(list.slice() === list); // expect: false
});
