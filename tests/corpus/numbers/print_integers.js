// Whole numbers have digits only, up to 1e21.
const print = vmImport(1);

function run() {
  const values = [
    0, 1, -1, 10, 99, 8191, 8192, -8192, -8193, 65535, 65536, 1000000, 2147483647, -2147483648,
    4294967295, 4294967296, 9007199254740991, 9007199254740992, -9007199254740993, 123456789012345680,
    100000000000000000000, 999999999999999900000, 1e21, 1e20, -1e21, 18446744073709551615,
  ];
  for (let i = 0; i < values.length; i++) print('' + values[i]);
  // expect: 0
  // expect: 1
  // expect: -1
  // expect: 10
  // expect: 99
  // expect: 8191
  // expect: 8192
  // expect: -8192
  // expect: -8193
  // expect: 65535
  // expect: 65536
  // expect: 1000000
  // expect: 2147483647
  // expect: -2147483648
  // expect: 4294967295
  // expect: 4294967296
  // expect: 9007199254740991
  // expect: 9007199254740992
  // expect: -9007199254740992
  // expect: 123456789012345680
  // expect: 100000000000000000000
  // expect: 999999999999999900000
  // expect: 1e+21
  // expect: 100000000000000000000
  // expect: -1e+21
  // expect: 18446744073709552000
}

vmExport(1, run);
