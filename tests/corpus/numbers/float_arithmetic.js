// Sums, differences and products of floats, rounded to nearest, ties to even.
const print = vmImport(1);

function add(a, b) {
  return a + b;
}

function mul(a, b) {
  return a * b;
}

function run() {
  print(add(0.1, 0.2)); // expect: 0.30000000000000004
  print(add(0.1, 0.7)); // expect: 0.7999999999999999
  print(add(1, 1.1102230246251565e-16)); // expect: 1
  print(add(1, 1.1102230246251568e-16)); // expect: 1.0000000000000002
  print(add(1.0000000000000002, 1.1102230246251565e-16)); // expect: 1.0000000000000004
  print(add(1e16, 1)); // expect: 10000000000000000
  print(add(1e16, 3)); // expect: 10000000000000004
  print(add(1e308, -1e308)); // expect: 0
  print(add(1.1, -1)); // expect: 0.10000000000000009
  print(add(5e-324, 5e-324)); // expect: 1e-323
  print(add(2.2250738585072014e-308, -5e-324)); // expect: 2.225073858507201e-308
  print(mul(0.1, 3)); // expect: 0.30000000000000004
  print(mul(1.1, 1.1)); // expect: 1.2100000000000002
  print(mul(4.35, 100)); // expect: 434.99999999999994
  print(mul(1.005, 1000)); // expect: 1004.9999999999999
  print(mul(1e-200, 1e-200)); // expect: 0
  print(mul(1e-160, 1e-160)); // expect: 1e-320
  print(mul(5e-324, 0.5)); // expect: 0
  print(mul(5e-324, 0.75)); // expect: 5e-324
  print(mul(1e154, 1e154)); // expect: 1e+308
  print(mul(123456789, 987654321)); // expect: 121932631112635260
  let s = 0;
  for (let i = 0; i < 10; i++) s += 0.1;
  print(s); // expect: 0.9999999999999999
  let h = 0;
  for (let i = 1; i <= 50; i++) h += 1 / i;
  print(h); // expect: 4.499205338329423
}

vmExport(1, run);
