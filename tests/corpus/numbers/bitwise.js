// Bit operations work on 32-bit integers, whatever the operand was.
const print = vmImport(1);

function run() {
  const a = 0x5a5a5a5a, b = 0x0ff00ff0;
  print(a & b); // expect: 173017680
  print(a | b); // expect: 1610244090
  print(a ^ b); // expect: 1437226410
  print(~a); // expect: -1515870811
  print(~0); // expect: -1
  print(~8191); // expect: -8192
  print(~-8193); // expect: 8192
  print(0x7fffffff ^ -1); // expect: -2147483648
  print(0xffffffff & 0xffffffff); // expect: -1
  print(0x80000000 | 0); // expect: -2147483648
  print(8191 | 8192); // expect: 16383
  print(-8192 & 0xffff); // expect: 57344

  // ToInt32: truncation, then modulo 2 ** 32.
  print(1.9 | 0); // expect: 1
  print(-1.9 | 0); // expect: -1
  print(4294967296 | 0); // expect: 0
  print(4294967297.5 | 0); // expect: 1
  print(2147483648 | 0); // expect: -2147483648
  print(-2147483649 | 0); // expect: 2147483647
  print(1e21 | 0); // expect: -559939584
  print(9007199254740993 | 0); // expect: 0
  print(9007199254740991 | 0); // expect: -1
  print(-1e15 | 0); // expect: 1530494976
  print(1.7976931348623157e308 | 0); // expect: 0
  print(18446744073709552000 * 1.5 | 0); // expect: 0
  print(2 ** 83 + 2 ** 31 | 0); // expect: -2147483648
  print(5e-324 | 0); // expect: 0
  print('0x10' | 0); // expect: 16
  print('12.7' | 0); // expect: 12
  print('x' | 0); // expect: 0
  print(null | true); // expect: 1
  print(undefined | 5); // expect: 5
  print(1 + 2 & 3 | 4 ^ 1); // expect: 7
}

vmExport(1, run);
