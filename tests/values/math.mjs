// Math: every function, with every special value, and many others.
import { attempt, show } from './shared/show.mjs';
import { someNumbers } from './shared/some.mjs';

const print = vmImport(1);

const ODD = [
  undefined, null, true, false, '', '  12  ', '0x10', 'x', [], [3], [1, 2], {}, { valueOf: () => 4 }, NaN, 0, -0,
  Infinity, -Infinity, 5e-324, -5e-324, 2.2250738585072014e-308, 1.7976931348623157e308, -1.7976931348623157e308,
  Symbol('s'),
];
const NUMBERS = [
  0.1, 0.2, 0.25, 0.3, 0.49999999999999994, 0.5, 0.5000000000000001, 0.7, 0.75, 0.9, 0.99, 0.9999999999999999, 1,
  1.0000000000000002, 1.1, 1.4999999999999998, 1.5, 1.7, 2, 2.5, 3, 3.141592653589793, 3.5, 4, 7, 10, 20, 22, 100, 500, 709, 709.78,
  710, 745, 746, 1000, 1024, 1e5, 1e6, 1e9, 1e10, 1e15, 1e16, 1e20, 1e21, 1e22, 1e100, 1e300, 1e-5, 1e-7, 1e-10, 1e-20, 1e-300,
  2147483647, 2147483648, 4294967295, 4294967296, 4503599627370495.5, 4503599627370496.5, 4503599627370497, 9007199254740991, 9007199254740992,
  1.5707963267948966, 0.7853981633974483, 2.356194490192345, 6.283185307179586, 16777216, 16777217, 3.4028234663852886e38, 3.4028235677973366e38,
  1.401298464324817e-45, 7.006492321624085e-46, 1.1754943508222875e-38,
];

const NAMES = Object.getOwnPropertyNames(Math).filter((it) => typeof Math[it] === 'function' && it !== 'random').sort();
const functions = NAMES.map((it) => Math[it]);

// Each with itself, one, and two arguments.
function printOne() {
  for (let i = 0; i < functions.length; i++) {
    const f = functions[i];
    print(`${NAMES[i]}() ${attempt(() => f())}`);
    for (const x of ODD) print(`${NAMES[i]}(${show(x)}) ${attempt(() => f(x))}`);
    for (const x of NUMBERS) {
      print(`${NAMES[i]}(${x}) ${attempt(() => f(x))}`);
      print(`${NAMES[i]}(${-x}) ${attempt(() => f(-x))}`);
    }
    for (const x of someNumbers(300, -30, 12)) print(`${NAMES[i]}(${x}) ${attempt(() => f(x))}`);
    for (const x of someNumbers(100, -1074, 1023)) print(`${NAMES[i]}(${x}) ${attempt(() => f(x))}`);
  }
}

// Few engines round a power correctly, as this one does.
function printPair(name, f, x, y) {
  const result = attempt(() => (name === 'pow' ? Number(f(x, y).toPrecision(14)) : f(x, y)));
  print(`${name}(${show(x)}, ${show(y)}) ${result}`);
}

function printMore() {
  for (let i = 0; i < functions.length; i++) {
    const f = functions[i];
    if (!['atan2', 'hypot', 'imul', 'max', 'min', 'pow'].includes(NAMES[i])) continue;
    const values = [...ODD, ...NUMBERS.filter((_, index) => index % 3 === 0), -1, -2, -3, -0.5, -2.5];
    for (const x of values) {
      for (const y of values) printPair(NAMES[i], f, x, y);
    }
    const others = [...someNumbers(401, -12, 12)];
    for (let k = 0; k < 400; k++) printPair(NAMES[i], f, others[k], others[k + 1]);
    print(`${NAMES[i]} of three ${attempt(() => f(1, 2, 3))} ${attempt(() => f(3, NaN, Infinity))} ${attempt(() => f(-0, 0, -0))}`);
    const order = [];
    const noting = (value) => ({ valueOf: () => (order.push(value), value) });
    print(`${NAMES[i]} ${attempt(() => f(noting(NaN), noting(2), noting(3)))} ${order}`);
  }
  for (const name of ['E', 'LN10', 'LN2', 'LOG10E', 'LOG2E', 'PI', 'SQRT1_2', 'SQRT2']) print(`${name} ${Math[name]}`);
}

vmExport(1, () => {
  printOne();
  printMore();
});
