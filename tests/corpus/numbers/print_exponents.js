// Where the notation changes: at 1e21 and at 1e-7.
const print = vmImport(1);

function run() {
  let up = 1.5e18;
  for (let i = 0; i < 5; i++) {
    print(up);
    up *= 10;
  }
  // expect: 1500000000000000000
  // expect: 15000000000000000000
  // expect: 150000000000000000000
  // expect: 1.5e+21
  // expect: 1.5e+22
  print(0.001); // expect: 0.001
  print(0.000001); // expect: 0.000001
  print(0.0000015); // expect: 0.0000015
  print(0.0000001); // expect: 1e-7
  print(0.00000015); // expect: 1.5e-7
  print(-0.0000001); // expect: -1e-7
  print(999999999999999999999); // expect: 1e+21
  print(999999999999999900000); // expect: 999999999999999900000
  print(1e100); // expect: 1e+100
  print(1.25e-100); // expect: 1.25e-100
  print(0.000123456789); // expect: 0.000123456789
}

vmExport(1, run);
