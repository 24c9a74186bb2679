// Division is exact where it can be, and rounded correctly where it can't.
const print = vmImport(1);

function div(a, b) {
  return a / b;
}

function run() {
  print(div(6, 3)); // expect: 2
  print(div(7, 2)); // expect: 3.5
  print(div(-7, 2)); // expect: -3.5
  print(div(1, 3)); // expect: 0.3333333333333333
  print(div(2, 3)); // expect: 0.6666666666666666
  print(div(1, 10)); // expect: 0.1
  print(div(22, 7)); // expect: 3.142857142857143
  print(div(8192, 2)); // expect: 4096
  print(div(16384, 2)); // expect: 8192
  print(div(9007199254740991, 3)); // expect: 3002399751580330.5
  print(div(1, 49) * 49); // expect: 0.9999999999999999
  print(div(1e308, 1e-10) === Infinity); // expect: true
  print(div(5e-324, 2)); // expect: 0
  print(div(1e-320, 1e-4)); // expect: 9.9998887e-317
  print(div(-2147483648, -1)); // expect: 2147483648
  print(div(div(1, 3), div(1, 3))); // expect: 1
}

vmExport(1, run);
