// Math.floor, ceil, round, trunc, sign, abs and fround: halves, zeros, what isn't finite.
import { show } from '../../shared/show.mjs';

const print = vmImport(1);

vmExport(1, () => {
  const values = [0, -0, 0.5, -0.5, 1.5, 2.5, -1.5, -2.5, 0.49999999999999994, -0.2, 4503599627370497.5, 1e300, -1e300, NaN, Infinity, -Infinity];
  print(show(values.map((x) => Math.floor(x)))); // expect: [0,-0,0,-1,1,2,-2,-3,0,-1,4503599627370498,1e+300,-1e+300,NaN,Infinity,-Infinity]
  print(show(values.map((x) => Math.ceil(x)))); // expect: [0,-0,1,-0,2,3,-1,-2,1,-0,4503599627370498,1e+300,-1e+300,NaN,Infinity,-Infinity]
  print(show(values.map((x) => Math.round(x)))); // expect: [0,-0,1,-0,2,3,-1,-2,0,-0,4503599627370498,1e+300,-1e+300,NaN,Infinity,-Infinity]
  print(show(values.map((x) => Math.trunc(x)))); // expect: [0,-0,0,-0,1,2,-1,-2,0,-0,4503599627370498,1e+300,-1e+300,NaN,Infinity,-Infinity]
  print(show(values.map((x) => Math.sign(x)))); // expect: [0,-0,1,-1,1,1,-1,-1,1,-1,1,1,-1,NaN,1,-1]
  print(show(values.map((x) => Math.abs(x)))); // expect: [0,0,0.5,0.5,1.5,2.5,1.5,2.5,0.49999999999999994,0.2,4503599627370498,1e+300,1e+300,NaN,Infinity,Infinity]
  print(show([5.5, 5.05, 1e-46, -1e40, 16777217, 1.401298464324817e-45, 3.4028235677973366e38, -0].map((x) => Math.fround(x)))); // expect: [5.5,5.050000190734863,0,-Infinity,16777216,1.401298464324817e-45,Infinity,-0]
  print(Math.floor('7.9') + Math.ceil(null) + Math.abs('-3') + Math.trunc([4.7])); // expect: 14
  print(show(Math.floor()) + show(Math.sign('x'))); // expect: NaNNaN
});
