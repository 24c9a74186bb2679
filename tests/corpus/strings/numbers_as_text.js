// Numbers in texts, and texts of numbers as keys.
const print = vmImport(1);

function run() {
  print('' + 1 + 2.5 + -3); // expect: 12.5-3
  print('' + 1e21 + ' ' + 1e-7); // expect: 1e+21 1e-7
  print('' + 8192 + ' ' + 2147483648); // expect: 8192 2147483648
  print('' + 0.1 + 0); // expect: 0.10
  print(`${1 / 3}`); // expect: 0.3333333333333333
  print(('' + 1 / 3).length); // expect: 18
  print('' + 0x10 + 0b11); // expect: 163
  print('' + 1.0 + 10.50); // expect: 110.5
  print('' + (0.1 + 0.2)); // expect: 0.30000000000000004
  const o = {};
  o['' + 0.5] = 'half';
  print(o[0.5] + o['0.5'] + o[1 / 2]); // expect: halfhalfhalf
}

vmExport(1, run);
