// Number.prototype.toString in every kind of radix.
import { kind } from '../../shared/kind.mjs';

const print = vmImport(1);

vmExport(1, () => {
  print((255).toString(16)); // expect: ff
  print((-255).toString(2)); // expect: -11111111
  print((0).toString(2)); // expect: 0
  print((-0).toString(8)); // expect: 0
  print((35).toString(36)); // expect: z
  print((0.5).toString(2)); // expect: 0.1
  print((0.1).toString(2)); // expect: 0.0001100110011001100110011001100110011001100110011001101
  print((0.1).toString(3)); // expect: 0.0022002200220022002200220022002201
  print((1 / 3).toString(16)); // expect: 0.55555555555554
  print((255.75).toString(16)); // expect: ff.c
  print((-1.5).toString(7)); // expect: -1.3333333333333333334
  print((1e21).toString(16)); // expect: 3635c9adc5dea00000
  print((2 ** 53).toString(2)); // expect: 100000000000000000000000000000000000000000000000000000
  print((1e-7).toString(36)); // expect: 0.000061oezo085tl
  print((5e-324).toString(2).length); // expect: 1076
  print((1.7976931348623157e308).toString(36).length); // expect: 199
  print((0.9999999999999999).toString(36)); // expect: 0.zzzzzzzzzza
  print((3.999999999999999).toString(10)); // expect: 3.999999999999999
  print(NaN.toString(2)); // expect: NaN
  print((-Infinity).toString(16)); // expect: -Infinity
  print((10).toString()); // expect: 10
  print((10).toString(undefined)); // expect: 10
  print((1.5).toString('8')); // expect: 1.4
  print(kind(() => (1).toString(1))); // expect: RangeError
  print(kind(() => (1).toString(37))); // expect: RangeError
  print(kind(() => (1).toString(null))); // expect: RangeError
});
