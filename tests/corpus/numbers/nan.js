// NaN is unequal to all, itself included, and what every undefined operation gives.
const print = vmImport(1);

function isNaN(x) {
  return x !== x;
}

function run() {
  const n = NaN;
  print(n === n); // expect: false
  print(n == n); // expect: false
  print(n != n); // expect: true
  print(n < n || n > n || n <= n || n >= n); // expect: false
  print(n < 1 || n > 1 || 1 <= n || 1 >= n); // expect: false
  print(!(n < 1)); // expect: true
  print(n == undefined || n == null || n == 'NaN'); // expect: false
  print(typeof n); // expect: number
  print('' + n); // expect: NaN
  print(isNaN(0 / 0)); // expect: true
  print(isNaN(Infinity - Infinity)); // expect: true
  print(isNaN(Infinity * 0)); // expect: true
  print(isNaN(Infinity / Infinity)); // expect: true
  print(isNaN(5 % 0)); // expect: true
  print(isNaN(Infinity % 5)); // expect: true
  print(isNaN(undefined + 1)); // expect: true
  print(isNaN('x' * 1)); // expect: true
  print(isNaN(-undefined)); // expect: true
  print(isNaN(n + 1) && isNaN(1 - n) && isNaN(n * 0)); // expect: true
  print((n | 0) === 0 && (n >>> 0) === 0 && ~n === -1); // expect: true
  print(n ** 0); // expect: 1
  print(isNaN(1 ** n)); // expect: true
  print(isNaN(1 ** Infinity)); // expect: true
  let x = n;
  x++;
  print(isNaN(x)); // expect: true
}

vmExport(1, run);
