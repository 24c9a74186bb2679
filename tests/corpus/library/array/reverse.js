// Array.prototype.reverse and toReversed: in place or not; holes.
import { show } from '../../shared/show.mjs';

const print = vmImport(1);

vmExport(1, () => {
  const list = [1, 2, 3];
  print(show(list.reverse())); // expect: [3,2,1]
  print(list.reverse() === list); // expect: true
  print(show([1, , 3, 4].reverse())); // expect: [4,3,_,1]
  print(show([, 2, , 4, 5].reverse())); // expect: [5,4,_,2,_]
  print(show([].reverse())); // expect: []
  print(show(list.toReversed())); // expect: [3,2,1]
  print(show(list)); // expect: [1,2,3]
  print(show([1, , 3].toReversed())); // expect: [3,undefined,1]
});
