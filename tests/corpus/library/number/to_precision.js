// Number.prototype.toPrecision and toExponential.
import { kind } from '../../shared/kind.mjs';

const print = vmImport(1);

vmExport(1, () => {
  print((123.456).toPrecision(4)); // expect: 123.5
  print((123.456).toPrecision(1)); // expect: 1e+2
  print((123.456).toPrecision(2)); // expect: 1.2e+2
  print((123.456).toPrecision(3)); // expect: 123
  print((123.456).toPrecision(6)); // expect: 123.456
  print((123.456).toPrecision(10)); // expect: 123.4560000
  print((0.000123).toPrecision(2)); // expect: 0.00012
  print((0.00000123).toPrecision(2)); // expect: 0.0000012
  print((0.000001).toPrecision(3)); // expect: 0.00000100
  print((1e21).toPrecision(3)); // expect: 1.00e+21
  print((1e21).toPrecision(22)); // expect: 1000000000000000000000
  print((999.9).toPrecision(3)); // expect: 1.00e+3
  print((0.1).toPrecision(21)); // expect: 0.100000000000000005551
  print((5e-324).toPrecision(5)); // expect: 4.9407e-324
  print((1.7976931348623157e308).toPrecision(30)); // expect: 1.79769313486231570814527423732e+308
  print((0).toPrecision(1)); // expect: 0
  print((0).toPrecision(4)); // expect: 0.000
  print((-1.25).toPrecision(2)); // expect: -1.3
  print((35).toPrecision()); // expect: 35
  print(NaN.toPrecision(200)); // expect: NaN
  print((123456).toExponential(2)); // expect: 1.23e+5
  print((123456).toExponential()); // expect: 1.23456e+5
  print((0.00015).toExponential()); // expect: 1.5e-4
  print((0).toExponential()); // expect: 0e+0
  print((0).toExponential(2)); // expect: 0.00e+0
  print((-1.5e-9).toExponential(3)); // expect: -1.500e-9
  print((9.99).toExponential(1)); // expect: 1.0e+1
  print((1e21).toExponential()); // expect: 1e+21
  print((1.25).toExponential(1)); // expect: 1.3e+0
  print((5e-324).toExponential(10)); // expect: 4.9406564584e-324
  print((100).toExponential(0)); // expect: 1e+2
  print(Infinity.toExponential()); // expect: Infinity
  print(kind(() => (1).toPrecision(0))); // expect: RangeError
  print(kind(() => (1).toPrecision(101))); // expect: RangeError
  print(kind(() => (1).toExponential(-1))); // expect: RangeError
});
