// Array.prototype.pop and shift: until nothing is left, and with holes.
import { show } from '../../shared/show.mjs';

const print = vmImport(1);

vmExport(1, () => {
  const list = [1, 2, 3, 4];
  print(list.pop()); // expect: 4
  print(list.shift()); // expect: 1
  print(show(list)); // expect: [2,3]
  print(list.shift() + list.pop()); // expect: 5
  print(list.length); // expect: 0
  print(show(list.pop())); // expect: undefined
  print(show(list.shift())); // expect: undefined
  print(list.length); // expect: 0
  const holes = [, 1, , 2];
  print(show(holes.shift())); // expect: undefined
  print(show(holes)); // expect: [1,_,2]
  print(holes.pop()); // expect: 2
  print(show(holes.pop())); // expect: undefined
  print(show(holes)); // expect: [1]
});
