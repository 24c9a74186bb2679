// The remainder has the sign of the left operand and is always exact.
const print = vmImport(1);

function rem(a, b) {
  return a % b;
}

function run() {
  print(rem(7, 3)); // expect: 1
  print(rem(-7, 3)); // expect: -1
  print(rem(7, -3)); // expect: 1
  print(rem(-7, -3)); // expect: -1
  print(rem(8, 16384)); // expect: 8
  print(rem(5.5, 2)); // expect: 1.5
  print(rem(-5.5, 2)); // expect: -1.5
  print(rem(1, 0.1)); // expect: 0.09999999999999995
  print(rem(0.3, 0.1)); // expect: 0.09999999999999998
  print(rem(1e308, 3)); // expect: 2
  print(rem(1e21, 7)); // expect: 6
  print(rem(1.7976931348623157e308, 9007199254740881)); // expect: 5008937431883668
  print(rem(9007199254740991, 2147483648)); // expect: 2147483647
  print(rem(2147483648, 2147483647)); // expect: 1
  print(rem(-2147483648, -1)); // expect: 0
  print(rem(1, 5e-324)); // expect: 0
  print(rem(1e-320, 3e-324)); // expect: 0
  print(rem('17', '5')); // expect: 2
  print(rem(3, 4.5)); // expect: 3
  print(rem(0, 5)); // expect: 0
}

vmExport(1, run);
