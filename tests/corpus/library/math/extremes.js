// Math.max, min and hypot: zeros, NaN, nothing, conversions.
import { show } from '../../shared/show.mjs';

const print = vmImport(1);

vmExport(1, () => {
  print(Math.max(1, 3, 2)); // expect: 3
  print(Math.min(4, 2, 8)); // expect: 2
  print(show(Math.max()) + show(Math.min())); // expect: -InfinityInfinity
  print(show(Math.max(-0, 0)) + show(Math.min(0, -0)) + show(Math.max(-0, -0))); // expect: 0-0-0
  print(show(Math.max(1, NaN, 3)) + show(Math.min(NaN))); // expect: NaNNaN
  print(Math.max('5', [7], null)); // expect: 7
  print(Math.max(...[1, 9, 4])); // expect: 9
  print(Math.hypot(3, 4)); // expect: 5
  print(Math.hypot(1, 2, 2)); // expect: 3
  print(Math.hypot()); // expect: 0
  print(show(Math.hypot(NaN, Infinity)) + show(Math.hypot(1, NaN))); // expect: InfinityNaN
  print(Math.hypot(3e200, 4e200)); // expect: 4.9999999999999995e+200
  print(Math.hypot(-5)); // expect: 5
  print(show(Math.hypot(-0))); // expect: 0
});
