// Integers grow past every internal size without losing exactness, and shrink back.
const print = vmImport(1);

function add(a, b) {
  return a + b;
}

function sub(a, b) {
  return a - b;
}

function mul(a, b) {
  return a * b;
}

function run() {
  // Around 2 ** 13, where a 14-bit integer ends.
  print(add(8191, 1)); // expect: 8192
  print(sub(-8192, 1)); // expect: -8193
  print(mul(4096, 2)); // expect: 8192
  print(mul(-91, 91)); // expect: -8281
  print(sub(add(8191, 1), 1)); // expect: 8191
  print(add(-8193, 1)); // expect: -8192
  print(sub(0, -8192)); // expect: 8192

  // Around 2 ** 31.
  print(add(2147483647, 1)); // expect: 2147483648
  print(sub(-2147483648, 1)); // expect: -2147483649
  print(add(2147483647, 2147483647)); // expect: 4294967294
  print(mul(65536, 65536)); // expect: 4294967296
  print(mul(46341, 46341)); // expect: 2147488281
  print(mul(-65536, 32768)); // expect: -2147483648
  print(mul(-2147483648, -1)); // expect: 2147483648
  print(sub(2147483648, 1)); // expect: 2147483647
  print(sub(add(2147483647, 1), 2147483648)); // expect: 0

  // Around 2 ** 53, where odd numbers end.
  print(add(9007199254740991, 1)); // expect: 9007199254740992
  print(add(9007199254740992, 1)); // expect: 9007199254740992
  print(add(9007199254740992, 2)); // expect: 9007199254740994
  print(sub(-9007199254740991, 2)); // expect: -9007199254740992
  print(mul(94906267, 94906267)); // expect: 9007199515875288
  print(mul(2147483647, 2147483647)); // expect: 4611686014132420600
  print(mul(3037000500, 3037000500)); // expect: 9223372037000250000
  print(sub(9007199254740994, 9007199254740992)); // expect: 2

  // A float that is whole is the same number as an integer.
  print(add(0.5, 0.5) === 1); // expect: true
  print(mul(0.25, 4) === 1); // expect: true
  print(add(8191.5, 0.5) === 8192); // expect: true
}

vmExport(1, run);
