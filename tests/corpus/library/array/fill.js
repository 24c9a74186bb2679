// Array.prototype.fill: ranges from either end, the same value everywhere.
import { show } from '../../shared/show.mjs';

const print = vmImport(1);

vmExport(1, () => {
  print(show([1, 2, 3, 4].fill(0))); // expect: [0,0,0,0]
  print(show([1, 2, 3, 4].fill(0, 1))); // expect: [1,0,0,0]
  print(show([1, 2, 3, 4].fill(0, 1, 3))); // expect: [1,0,0,4]
  print(show([1, 2, 3, 4].fill(0, -3, -1))); // expect: [1,0,0,4]
  print(show([1, 2, 3].fill(9, 5))); // expect: [1,2,3]
  print(show([1, 2, 3].fill(9, 2, 1))); // expect: [1,2,3]
  print(show([1, 2, 3].fill(9, NaN, NaN))); // expect: [1,2,3]
  print(show([1, 2, 3].fill())); // expect: [undefined,undefined,undefined]
  const list = [];
  list.length = 3;
  print(show(list.fill('x'))); // expect: ['x','x','x']
  const row = [];
  const rows = [1, 2].fill(row);
  print(rows[0] === rows[1]); // expect: true
  print(rows.fill(1) === rows); // expect: true
});
