// Every kind of primitive in variables, properties and elements survives as it is.
const print = vmImport(1);

const values = [undefined, null, true, false, 0, -0, 1, -1, 8191, 8192, -8192, -8193, 0.5, 1e300, 5e-324, NaN, Infinity, -Infinity, '', 'text', 'é😀', '\ud800'];
const o = { u: undefined, n: null, t: true, z: -0, nan: NaN, big: 2147483648, tiny: 5e-324, s: '' };
let u, n = null, z = -0, nan = NaN, big = 9007199254740991, neg = -2147483648.5;

function isNegativeZero(x) {
  return x === 0 && 1 / x < 0;
}

function run() {
  let s = '';
  for (let i = 0; i < 20; i++) s += typeof values[i] === 'string' ? '[' + values[i] + ']' : values[i] + ' ';
  print(s); // expect: undefined null true false 0 0 1 -1 8191 8192 -8192 -8193 0.5 1e+300 5e-324 NaN Infinity -Infinity [][text]
  print(values[20] + values[20].length); // expect: é😀3
  print(values[21] === '\ud800' && values[21].length === 1); // expect: true
  print(isNegativeZero(values[5]) && !isNegativeZero(values[4])); // expect: true
  print(isNegativeZero(o.z) && isNegativeZero(z)); // expect: true
  print(o.nan !== o.nan && nan !== nan && values[15] !== values[15]); // expect: true
  print('u' in o && o.u === undefined && u === undefined); // expect: true
  print(o.n === null && n === null && o.t === true && o.s === ''); // expect: true
  print(o.big + o.tiny); // expect: 2147483648
  print(big + ' ' + neg); // expect: 9007199254740991 -2147483648.5
}

vmExport(1, run);
