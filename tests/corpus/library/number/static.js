// Number: constants, isInteger, isSafeInteger, isFinite, isNaN, and Number as a function.
import { show } from '../../shared/show.mjs';

const print = vmImport(1);

vmExport(1, () => {
  print(Number.MAX_SAFE_INTEGER); // expect: 9007199254740991
  print(Number.MIN_SAFE_INTEGER); // expect: -9007199254740991
  print(Number.MAX_VALUE); // expect: 1.7976931348623157e+308
  print(Number.MIN_VALUE); // expect: 5e-324
  print(Number.EPSILON); // expect: 2.220446049250313e-16
  print(show(Number.NaN)); // expect: NaN
  print(show(Number.POSITIVE_INFINITY) + show(Number.NEGATIVE_INFINITY)); // expect: Infinity-Infinity
  print(Number.isInteger(5)); // expect: true
  print(Number.isInteger(5.5)); // expect: false
  print(Number.isInteger(1e300)); // expect: true
  print(Number.isInteger(Infinity)); // expect: false
  print(Number.isInteger('5')); // expect: false
  print(Number.isInteger(-0)); // expect: true
  print(Number.isSafeInteger(9007199254740991)); // expect: true
  print(Number.isSafeInteger(9007199254740992)); // expect: false
  print(Number.isSafeInteger(-9007199254740991)); // expect: true
  print(Number.isSafeInteger(1.5)); // expect: false
  print(Number.isFinite(1e308)); // expect: true
  print(Number.isFinite(Infinity)); // expect: false
  print(Number.isFinite(NaN)); // expect: false
  print(Number.isFinite('1')); // expect: false
  print(Number.isNaN(NaN)); // expect: true
  print(Number.isNaN('x')); // expect: false
  print(Number('12.5')); // expect: 12.5
  print(Number('')); // expect: 0
  print(show(Number('1x'))); // expect: NaN
  print(Number(true) + Number(null)); // expect: 1
  print(show(Number(undefined))); // expect: NaN
  print(Number('0x1f')); // expect: 31
  print(Number.parseFloat === parseFloat); // expect: true
  print(Number.parseInt === parseInt); // expect: true
  print((5).constructor === Number); // expect: true
});
