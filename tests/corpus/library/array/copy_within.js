// Array.prototype.copyWithin: both directions, overlaps, holes.
import { show } from '../../shared/show.mjs';

const print = vmImport(1);

vmExport(1, () => {
  print(show([1, 2, 3, 4, 5].copyWithin(0, 3))); // expect: [4,5,3,4,5]
  print(show([1, 2, 3, 4, 5].copyWithin(1, 0))); // expect: [1,1,2,3,4]
  print(show([1, 2, 3, 4, 5].copyWithin(0, 3, 4))); // expect: [4,2,3,4,5]
  print(show([1, 2, 3, 4, 5].copyWithin(-2, -3, -1))); // expect: [1,2,3,3,4]
  print(show([1, 2, 3, 4, 5].copyWithin(0, 1, 99))); // expect: [2,3,4,5,5]
  print(show([1, , 3, , 5].copyWithin(0, 1))); // expect: [_,3,_,5,5]
  print(show([1, 2, 3].copyWithin(5, 0))); // expect: [1,2,3]
  print(show([1, 2, 3].copyWithin(1))); // expect: [1,1,2]
  const list = [1, 2];
  print(list.copyWithin(0, 1) === list); // expect: true
});
