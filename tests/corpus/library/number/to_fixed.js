// Number.prototype.toFixed: exact digits, halves, large numbers.
import { kind } from '../../shared/kind.mjs';

const print = vmImport(1);

vmExport(1, () => {
  print((1.005).toFixed(2)); // expect: 1.00
  print((1.45).toFixed(1)); // expect: 1.4
  print((2.5).toFixed(0)); // expect: 3
  print((-2.5).toFixed()); // expect: -3
  print((0.5).toFixed(0)); // expect: 1
  print((1.5).toFixed()); // expect: 2
  print((0).toFixed(2)); // expect: 0.00
  print((-0).toFixed(2)); // expect: 0.00
  print((-0.0000001).toFixed(2)); // expect: -0.00
  print((0.000001).toFixed(7)); // expect: 0.0000010
  print((123.456).toFixed(2)); // expect: 123.46
  print((99.999).toFixed(2)); // expect: 100.00
  print((1e20).toFixed(2)); // expect: 100000000000000000000.00
  print((123456789012345680000).toFixed(1)); // expect: 123456789012345683968.0
  print((1000000000000000128).toFixed(0)); // expect: 1000000000000000128
  print((1e21).toFixed(2)); // expect: 1e+21
  print((-1e21).toFixed(2)); // expect: -1e+21
  print((0.1).toFixed(20)); // expect: 0.10000000000000000555
  print((0.1).toFixed(55)); // expect: 0.1000000000000000055511151231257827021181583404541015625
  print((1.23e-10).toFixed(2)); // expect: 0.00
  print(NaN.toFixed(2)); // expect: NaN
  print(Infinity.toFixed(0)); // expect: Infinity
  print((5e-324).toFixed(3)); // expect: 0.000
  print((10).toFixed(1.9)); // expect: 10.0
  print(kind(() => (1).toFixed(-1))); // expect: RangeError
  print(kind(() => (1).toFixed(101))); // expect: RangeError
  print(kind(() => { const f = (1).toFixed; f(1); })); // expect: TypeError
});
