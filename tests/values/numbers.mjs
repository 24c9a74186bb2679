// Numbers as text in every form, and text as numbers.
import { attempt, show } from './shared/show.mjs';
import { someNumbers } from './shared/some.mjs';

const print = vmImport(1);

const NUMBERS = [
  0, -0, 1, -1, 0.1, 0.5, 1.5, 2.5, -2.5, 1.005, 1.45, 8.345, 0.000001, 1e-7, 1.23e-5, 123.456, -123.456, 255, 255.5, 1e10, 123456789,
  2147483647, 2147483648, -2147483648, 4294967295, 9007199254740991, 9007199254740993, 1e20, 1e21, -1e21, 1.2e21, 123456789012345680000, 1e22, 1e23, 1e100, 1e300,
  1.7976931348623157e308, 5e-324, 2.2250738585072014e-308, 0.1 + 0.2, 1 / 3, 2 / 3, 0.99999, 9.995, 99.99, 0.00001, 1000000000000000128, 0.015625, 1 / 1024, 3.14159, 4.35, 25, 35,
  NaN, Infinity, -Infinity, 0.45, 0.95, 999999, 1e-10, 12345.6789, 0.3, 1.255, 10.235, 1.0000000000000002, 4503599627370495.5, 2 ** 70, 2 ** 53 + 2, 2 ** -30,
];
const PLACES = [undefined, null, 0, -0, 1, 2, 3, 5, 7, 10, 17, 20, 21, 22, 50, 99, 100, 101, -1, -0.5, 0.9, 1.9, '2', 'x', NaN, Infinity, -Infinity, {}, [3], true, { valueOf: () => 4 }, Symbol('s')];
const RADIXES = [undefined, null, 2, 3, 7, 8, 10, 11, 16, 20, 32, 36, 37, 1, 0, -2, 2.9, 36.9, '16', 'x', NaN, Infinity, {}, [8], true];
const METHODS = ['toExponential', 'toFixed', 'toPrecision'];
const methods = [Number.prototype.toExponential, Number.prototype.toFixed, Number.prototype.toPrecision];

function printPlaces() {
  for (let m = 0; m < METHODS.length; m++) {
    for (const x of NUMBERS) {
      print(`${METHODS[m]} of ${show(x)} ${attempt(() => methods[m].call(x))}`);
      for (const places of PLACES) print(`${METHODS[m]} of ${show(x)} ${show(places)} ${attempt(() => methods[m].call(x, places))}`);
    }
    for (const x of someNumbers(40, -80, 90)) {
      for (const places of [0, 1, 3, 8, 20, 40]) print(`${METHODS[m]} of ${x} ${places} ${attempt(() => methods[m].call(x, places))}`);
    }
    for (const it of ['1', undefined, null, {}, true, []]) print(`${METHODS[m]} of ${show(it)} ${attempt(() => methods[m].call(it, 1))}`);
  }
}

function printRadixes() {
  for (const x of NUMBERS) {
    for (const radix of RADIXES) print(`toString of ${show(x)} ${show(radix)} ${attempt(() => x.toString(radix))}`);
    print(`${show(x)} ${x.toString()} ${x.valueOf()}`);
  }
  for (const x of someNumbers(60, -60, 80)) {
    for (let radix = 2; radix <= 36; radix++) print(`toString of ${x} ${radix} ${x.toString(radix)}`);
  }
  for (const x of someNumbers(400, -1074, 1023)) print(`${x} ${Number(`${x}`) === x}`);
  for (const it of ['1', undefined, null, {}, true, []]) {
    print(`toString of ${show(it)} ${attempt(() => Number.prototype.toString.call(it, 2))} ${attempt(() => Number.prototype.valueOf.call(it))}`);
  }
}

const TEXTS = [
  '', ' ', '0', '-0', '+0', '00', '010', '1', '+1', '-1', '--1', '+-1', '1.', '.1', '.', '-.', '-.5', '+.5e1', '1.5', '1.5.5', '1e3', '1E3', '1e', '1e+', '1e-', '1e+3', '1e-3', 'e3', '.e3', '1e400', '-1e400',
  '1e-400', '-1e-400', 'Infinity', '+Infinity', '-Infinity', 'infinity', 'Infinityx', 'Inf', '- Infinity', 'NaN', '0x', '0x1f', '0X1F', '0xg', '-0x1f', '+0x1f', '0b101', '0B101', '0b2', '-0b1', '0o17', '0O17', '0o8',
  '0b', '0o', '1_000', '1,000', '12px', 'px', '  42  ', '\t\n\v\f\r42\u00a0\ufeff', '\u180e1', '\u200b1', '\u20281\u2029', '\u16801', '\u30001', '1 2', '9007199254740993', '123456789012345678901234567890', '0.1e-1', '5e-324', '2e-324', '3e-324', '1.7976931348623157e308', '1.7976931348623159e308',
  '0x1p3', '0x10000000000000000000', '0x20000000000001', '0x20000000000003', '1n', 'true', 'null', 'z', 'zz', '7fffffffffffffff', '-zz', '11111111111111111111111111111111111111111111111111111111', '100000000000000000000000000000000000000000000000000001',
  '0.0000001', '0.000000000000000000000000000000000000001', '1e21', '1e0', '1e00', '1e01', '\u0661', '1\u0000', '\u00001', '1e1000000', '0e1000000', '4.35', '1.005', '0.1', '179769313486231580793728971405301e276', '\u2212' + '1', '९', '0x1.8', '.5.', '5.e1', '5.e', '+', '-', '0.', '-0.', '0e', '0x-1',
];
const VALUES = [undefined, null, true, false, [], [5], ['6'], [1, 2], {}, { valueOf: () => '12' }, { toString: () => '0x11' }, 0, -0, 1.9, -1.9, 1e21, 1e-7, 0.0000005, 123456789123456789, NaN, Infinity, Symbol('s'), new Uint8Array(1)];

function printParsing() {
  for (const it of [...TEXTS, ...VALUES]) {
    print(`parseFloat ${show(it)} ${attempt(() => parseFloat(it))}`);
    print(`Number ${show(it)} ${attempt(() => Number(it))} ${attempt(() => +it)} ${attempt(() => it | 0)} ${attempt(() => it >>> 0)}`);
    print(`isNaN ${show(it)} ${attempt(() => isNaN(it))} ${attempt(() => isFinite(it))}`);
    print(`Number.is ${show(it)} ${Number.isNaN(it)} ${Number.isFinite(it)} ${Number.isInteger(it)} ${Number.isSafeInteger(it)}`);
    print(`parseInt ${show(it)} ${attempt(() => parseInt(it))}`);
    for (const radix of [undefined, null, 0, 1, 2, 3, 8, 10, 11, 16, 32, 36, 37, -1, 16.9, 4294967312, '16', NaN, Infinity, {}, '0x10', -4294967280]) {
      print(`parseInt ${show(it)} ${show(radix)} ${attempt(() => parseInt(it, radix))}`);
    }
  }
  print(`${Number()} ${Number.parseInt === parseInt} ${Number.parseFloat === parseFloat}`);
  for (const x of [...NUMBERS, 9007199254740992, -9007199254740991, -9007199254740992]) print(`Number.is ${show(x)} ${Number.isInteger(x)} ${Number.isSafeInteger(x)} ${Number.isFinite(x)} ${Number.isNaN(x)}`);
  for (const name of ['EPSILON', 'MAX_SAFE_INTEGER', 'MAX_VALUE', 'MIN_SAFE_INTEGER', 'MIN_VALUE', 'NaN', 'NEGATIVE_INFINITY', 'POSITIVE_INFINITY']) print(`${name} ${Number[name]}`);
}

vmExport(1, () => {
  printPlaces();
  printRadixes();
  printParsing();
});
