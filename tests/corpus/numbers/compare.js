// Order of integers, large numbers and floats among each other.
const print = vmImport(1);

function order(a, b) {
  return (a < b ? '<' : '') + (a > b ? '>' : '') + (a <= b ? '≤' : '') + (a >= b ? '≥' : '') + (a === b ? '=' : '');
}

function run() {
  print(order(1, 2)); // expect: <≤
  print(order(-8193, -8192)); // expect: <≤
  print(order(8191, 8192)); // expect: <≤
  print(order(8192, 8192)); // expect: ≤≥=
  print(order(8191.5, 8191)); // expect: >≥
  print(order(-1, 1)); // expect: <≤
  print(order(-1.5, -1.25)); // expect: <≤
  print(order(2147483648, 2147483647)); // expect: >≥
  print(order(-2147483649, -2147483648)); // expect: <≤
  print(order(9007199254740993, 9007199254740992)); // expect: ≤≥=
  print(order(0, -0)); // expect: ≤≥=
  print(order(5e-324, 0)); // expect: >≥
  print(order(-5e-324, 0)); // expect: <≤
  print(order(Infinity, 1e308)); // expect: >≥
  print(order(-Infinity, Infinity)); // expect: <≤
  print(order(NaN, 0) === ''); // expect: true
  print(order(0.1 + 0.2, 0.3)); // expect: >≥
  print(order(1e21, 1e21)); // expect: ≤≥=
  print(order(4294967296 / 4294967296, 1)); // expect: ≤≥=
}

vmExport(1, run);
