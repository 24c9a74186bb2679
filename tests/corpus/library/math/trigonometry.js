// Math.sin and its relatives, to the last bit, and their inverses.
import { show } from '../../shared/show.mjs';

const print = vmImport(1);

vmExport(1, () => {
  print(Math.sin(1)); // expect: 0.8414709848078965
  print(Math.cos(1)); // expect: 0.5403023058681398
  print(Math.tan(1)); // expect: 1.5574077246549023
  print(Math.sin(Math.PI)); // expect: 1.2246467991473532e-16
  print(Math.cos(100)); // expect: 0.8623188722876839
  print(Math.tan(-3)); // expect: 0.1425465430742778
  print(Math.sin(1e6)); // expect: -0.34999350217129294
  print(Math.sin(1e22)); // expect: -0.8522008497671888
  print(Math.cos(1e22)); // expect: 0.523214785395139
  print(show(Math.sin(-0)) + show(Math.cos(Infinity))); // expect: -0NaN
  print(Math.asin(0.5)); // expect: 0.5235987755982989
  print(Math.acos(-0.3)); // expect: 1.8754889808102941
  print(Math.atan(2)); // expect: 1.1071487177940904
  print(show(Math.asin(2)) + show(Math.acos(1))); // expect: NaN0
  print(Math.atan2(1, -1)); // expect: 2.356194490192345
  print(Math.atan2(-2, 3)); // expect: -0.5880026035475675
  print(show(Math.atan2(0, -0)) + show(Math.atan2(-0, 1))); // expect: 3.141592653589793-0
  print(Math.sinh(1)); // expect: 1.1752011936438014
  print(Math.cosh(2)); // expect: 3.7621956910836314
  print(Math.tanh(0.3)); // expect: 0.2913126124515909
  print(Math.asinh(3)); // expect: 1.8184464592320668
  print(Math.acosh(1.5)); // expect: 0.9624236501192069
  print(Math.atanh(0.5)); // expect: 0.5493061443340548
});
