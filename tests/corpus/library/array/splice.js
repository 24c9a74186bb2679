// Array.prototype.splice and toSpliced: what goes, what comes, from either end.
import { show } from '../../shared/show.mjs';

const print = vmImport(1);

vmExport(1, () => {
  const list = [1, 2, 3, 4, 5];
  print(show(list.splice(1, 2))); // expect: [2,3]
  print(show(list)); // expect: [1,4,5]
  print(show(list.splice(1, 0, 'a', 'b', 'c'))); // expect: []
  print(show(list)); // expect: [1,'a','b','c',4,5]
  print(show(list.splice(-2, 1, 'x', 'y'))); // expect: [4]
  print(show(list)); // expect: [1,'a','b','c','x','y',5]
  print(show(list.splice(2))); // expect: ['b','c','x','y',5]
  print(show(list)); // expect: [1,'a']
  print(show(list.splice())); // expect: []
  print(show(list.splice(undefined))); // expect: [1,'a']
  print(show(list)); // expect: []
  print(show([1, 2, 3].splice(0, -5))); // expect: []
  print(show([1, 2, 3].splice(1, 99))); // expect: [2,3]
  print(show([1, 2, 3].splice(0, undefined))); // expect: []
  const holes = [1, , 3, , 5];
  print(show(holes.splice(0, 2))); // expect: [1,_]
  print(show(holes)); // expect: [3,_,5]
  print(show(holes.splice(1, 1, 7, 8))); // expect: [_]
  print(show(holes)); // expect: [3,7,8,5]
  print(show([1, 2, 3].toSpliced(1, 1, 'a', 'b'))); // expect: [1,'a','b',3]
  print(show([1, , 3].toSpliced(0, 1))); // expect: [undefined,3]
  print(show([1, 2, 3].toSpliced(1))); // expect: [1]
  print(show([1, 2, 3].toSpliced())); // expect: [1,2,3]
});
