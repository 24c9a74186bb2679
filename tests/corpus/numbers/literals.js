// Every form of number literal.
const print = vmImport(1);

function run() {
  print(0x1F + 0xff); // expect: 286
  print(0b1010); // expect: 10
  print(0o17); // expect: 15
  print(0XAb + 0B11 + 0O7); // expect: 181
  print(.5); // expect: 0.5
  print(5.); // expect: 5
  print(1e3); // expect: 1000
  print(1E+3); // expect: 1000
  print(1.5e-3); // expect: 0.0015
  print(.5e1); // expect: 5
  print(1_000_000); // expect: 1000000
  print(0xff_ff); // expect: 65535
  print(1_0.0_1); // expect: 10.01
  print(0.0); // expect: 0
  print(1..x === undefined); // expect: true
  print(0x7fffffffffffffff); // expect: 9223372036854776000
  print(0x20000000000001); // expect: 9007199254740992
  print(0x20000000000003); // expect: 9007199254740996
  print(0b11111111111111111111111111111111); // expect: 4294967295
  print(1e400 === Infinity); // expect: true
  print(1e-400); // expect: 0
  print(123456789012345678901234567890); // expect: 1.2345678901234568e+29
  print(0.1000000000000000055511151231257827021181583404541015625 === 0.1); // expect: true
}

vmExport(1, run);
