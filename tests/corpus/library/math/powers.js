// Math.pow, sqrt, cbrt, exp and the logarithms.
import { show } from '../../shared/show.mjs';

const print = vmImport(1);

vmExport(1, () => {
  print(Math.pow(2, 10)); // expect: 1024
  print(Math.pow(2, -1)); // expect: 0.5
  print(Math.pow(9, 0.5)); // expect: 3
  print(Math.sqrt(2)); // expect: 1.4142135623730951
  print(Math.sqrt(144)); // expect: 12
  print(show(Math.sqrt(-1)) + show(Math.sqrt(-0))); // expect: NaN-0
  print(Math.sqrt(5e-324)); // expect: 2.2227587494850775e-162
  print(Math.sqrt(1.7976931348623157e308)); // expect: 1.3407807929942596e+154
  print(Math.cbrt(27)); // expect: 3
  print(Math.cbrt(-2)); // expect: -1.2599210498948732
  print(Math.exp(1)); // expect: 2.718281828459045
  print(Math.exp(-1.5)); // expect: 0.22313016014842982
  print(Math.exp(710) === Infinity); // expect: true
  print(Math.exp(-745)); // expect: 5e-324
  print(Math.expm1(1e-10)); // expect: 1.00000000005e-10
  print(Math.expm1(2)); // expect: 6.38905609893065
  print(Math.log(10)); // expect: 2.302585092994046
  print(show(Math.log(0)) + show(Math.log(-1)) + show(Math.log(1))); // expect: -InfinityNaN0
  print(Math.log(5e-324)); // expect: -744.4400719213812
  print(Math.log2(8)); // expect: 3
  print(Math.log2(3)); // expect: 1.584962500721156
  print(Math.log10(1000)); // expect: 3
  print(Math.log10(2)); // expect: 0.3010299956639812
  print(Math.log1p(1e-10)); // expect: 9.999999999500001e-11
  print(Math.log1p(5)); // expect: 1.791759469228055
});
