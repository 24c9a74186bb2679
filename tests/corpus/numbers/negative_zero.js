// -0 in every operation that gives it, told from 0 by division.
const print = vmImport(1);

function isNegativeZero(x) {
  return x === 0 && 1 / x < 0;
}

function run() {
  const zero = 0;
  const minus = -0;
  const one = 1;
  print(isNegativeZero(minus)); // expect: true
  print(isNegativeZero(-zero)); // expect: true
  print(isNegativeZero(- -0)); // expect: false
  print(isNegativeZero(zero * -one)); // expect: true
  print(isNegativeZero(minus * -one)); // expect: false
  print(isNegativeZero(zero / -5)); // expect: true
  print(isNegativeZero(-4 % 2)); // expect: true
  print(isNegativeZero(minus % 5)); // expect: true
  print(isNegativeZero(4 % -2)); // expect: false
  print(isNegativeZero(minus + minus)); // expect: true
  print(isNegativeZero(minus + zero)); // expect: false
  print(isNegativeZero(zero + minus)); // expect: false
  print(isNegativeZero(minus - zero)); // expect: true
  print(isNegativeZero(zero - zero)); // expect: false
  print(isNegativeZero(one - one)); // expect: false
  print(isNegativeZero(-one + one)); // expect: false
  print(isNegativeZero(-5e-324 / 2)); // expect: true
  print(isNegativeZero(-1e-200 * 1e-200)); // expect: true
  print(isNegativeZero(+'-0')); // expect: true
  print(isNegativeZero(+'-0.0e5')); // expect: true
  print(isNegativeZero(-'')); // expect: true
  print(isNegativeZero(-null)); // expect: true
  print(isNegativeZero(minus ** 3)); // expect: true
  print(isNegativeZero(minus ** 2)); // expect: false
  print(isNegativeZero(minus | 0)); // expect: false
  print(isNegativeZero(~~minus)); // expect: false
  print(isNegativeZero(minus >>> 0)); // expect: false

  print(minus === zero); // expect: true
  print(minus < zero); // expect: false
  print(minus); // expect: 0
  print('' + minus); // expect: 0
  print(1 / minus === -Infinity); // expect: true

  // It stays itself in variables, properties, elements and closures.
  const o = { z: minus };
  const a = [minus];
  const f = () => minus;
  print(isNegativeZero(o.z) && isNegativeZero(a[0]) && isNegativeZero(f())); // expect: true
  let x = minus;
  x += minus;
  print(isNegativeZero(x)); // expect: true
  x++;
  x--;
  print(isNegativeZero(x)); // expect: false
  // As a key it is 0.
  print(a[-0] === minus && a['-0'] === undefined); // expect: true
}

vmExport(1, run);
