// Text becomes the nearest number, ties to even, however long the text is.
const print = vmImport(1);

function repeat(s, n) {
  let out = '';
  for (let i = 0; i < n; i++) out += s;
  return out;
}

function run() {
  print(+'9007199254740993'); // expect: 9007199254740992
  print(+'9007199254740995'); // expect: 9007199254740996
  print(+'9007199254740993.0000000000001'); // expect: 9007199254740994
  print(+'2.2250738585072011e-308'); // expect: 2.225073858507201e-308
  print(+'2.2250738585072012e-308'); // expect: 2.2250738585072014e-308
  print(+'1.7976931348623157e308'); // expect: 1.7976931348623157e+308
  print(+'1.7976931348623158e308'); // expect: 1.7976931348623157e+308
  print(+'1.7976931348623159e308' === Infinity); // expect: true
  print(+'179769313486231580793e289' === Infinity); // expect: true
  print(+'5e-324'); // expect: 5e-324
  print(+'2.4703282292062327e-324'); // expect: 0
  print(+'2.4703282292062328e-324'); // expect: 5e-324
  print(+'1e23'); // expect: 1e+23
  print(+'8.5e22'); // expect: 8.5e+22
  print(+'0.000000000000000000000000000000000000000000000000000001e54'); // expect: 1
  print(+'6.631236846766476e-316'); // expect: 6.63123685e-316
  print(+'3.2378839133029012895883524125015321748630994e-319'); // expect: 3.2379e-319
  print(+'100000000000000016777215'); // expect: 1.0000000000000001e+23
  print(+'100000000000000016777216'); // expect: 1.0000000000000003e+23

  // Half way between 1 and the next number: the last digit of many decides.
  const half = '1.00000000000000011102230246251565404236316680908203125';
  print(+half); // expect: 1
  print(+(half + repeat('0', 300))); // expect: 1
  print(+(half + repeat('0', 300) + '1')); // expect: 1.0000000000000002
  print(+'1.00000000000000011102230246251565404236316680908203124'); // expect: 1
  print(+'1.00000000000000033306690738754696212708950042724609375'); // expect: 1.0000000000000004
  print(+(repeat('0', 300) + '1' + repeat('0', 100) + 'e-100')); // expect: 1
  print(+('0.' + repeat('0', 323) + '5')); // expect: 5e-324
  print(+('1' + repeat('0', 308)) === 1e308); // expect: true
  print(+('1' + repeat('0', 309)) === Infinity); // expect: true
  print(+('0.' + repeat('0', 320) + '1e400') > 9e78); // expect: true
}

vmExport(1, run);
