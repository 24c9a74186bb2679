// Math (ECMAScript 21.3). Its results are the same on every target.

import { fromBits, highBits, symbolToStringTag } from './native.js';
import {
  acosh,
  asinh,
  atanh,
  cosh,
  exp,
  expm1,
  log,
  log10,
  log1p,
  log2,
  sinh,
  tanh,
} from './exponential.js';
import { fix, provide, tag } from './provide.js';
import { cbrt, sqrt } from './root.js';
import { acos, asin, atan, atan2, cos, sin, tan } from './trigonometry.js';

// Infinity, by products: a constant would make every image need floats that asks for the larger of two numbers.
function infinity() {
  let result = 65536;
  for (let i = 0; i < 6; i++) result *= result;
  return result;
}

// The state of `random`. Without a host that gives another seed, every build and every start begins with
// this one.
let seed = 0x2545f491;

// Xorshift (Marsaglia, 2003): 32 bits.
function randomBits() {
  let x = seed;
  x ^= x << 13;
  x ^= x >>> 17;
  x ^= x << 5;
  seed = x;
  return x;
}

export const Math = provide({}, {
  abs(value) {
    const x = +value;
    return x < 0 || x === 0 ? 0 - x : x;
  },

  acos(x) {
    return acos(+x);
  },

  acosh(x) {
    return acosh(+x);
  },

  asin(x) {
    return asin(+x);
  },

  asinh(x) {
    return asinh(+x);
  },

  atan(x) {
    return atan(+x);
  },

  atan2(y, x) {
    const first = +y;
    return atan2(first, +x);
  },

  atanh(x) {
    return atanh(+x);
  },

  cbrt(x) {
    return cbrt(+x);
  },

  ceil(value) {
    const x = +value;
    const rest = x % 1;
    if (rest !== rest || rest === 0) return x;
    if (rest > 0) return x - rest + 1;
    return x > -1 ? -0 : x - rest;
  },

  clz32(value) {
    let x = value >>> 0;
    let zeros = 0;
    while (zeros < 32 && x >> (31 - zeros) === 0) zeros++;
    return zeros;
  },

  cos(x) {
    return cos(+x);
  },

  cosh(x) {
    return cosh(+x);
  },

  exp(x) {
    return exp(+x);
  },

  expm1(x) {
    return expm1(+x);
  },

  floor(value) {
    const x = +value;
    const rest = x % 1;
    if (rest !== rest || rest === 0) return x;
    return rest < 0 ? x - rest - 1 : x - rest;
  },

  fround(value) {
    const x = +value;
    if (x - x !== 0 || x === 0) return x;
    const size = x < 0 ? -x : x;
    // The last place of a float of 32 bits, as a number of 64.
    const exponent = highBits(size) >> 20;
    const place = fromBits((exponent < 897 ? 874 : exponent - 23) << 20, 0);
    const steps = size / place;
    const rest = steps % 1;
    let whole = steps - rest;
    if (rest > 0.5 || (rest === 0.5 && whole % 2 === 1)) whole++;
    const result = whole * place;
    if (result > 3.4028234663852886e38) return x < 0 ? -Infinity : Infinity;
    return x < 0 ? -result : result;
  },

  hypot(...values) {
    let largest = 0;
    let infinite = false;
    let unknown = false;
    const sizes = [];
    for (let i = 0; i < values.length; i++) {
      const x = +values[i];
      const size = x < 0 ? -x : x;
      if (size === Infinity) infinite = true;
      if (size !== size) unknown = true;
      if (size > largest) largest = size;
      sizes[i] = size;
    }
    if (infinite) return Infinity;
    if (unknown) return NaN;
    if (largest === 0) return 0;
    // Scaled, so that nothing overflows, and with a compensated sum (Kahan).
    let sum = 0;
    let lost = 0;
    for (let i = 0; i < sizes.length; i++) {
      const part = sizes[i] / largest;
      const added = part * part - lost;
      const next = sum + added;
      lost = next - sum - added;
      sum = next;
    }
    return sqrt(sum) * largest;
  },

  imul(a, b) {
    const x = a | 0;
    const y = b | 0;
    return ((x & 0xffff) * y + (((x >>> 16) * (y & 0xffff)) << 16)) | 0;
  },

  log(x) {
    return log(+x);
  },

  log10(x) {
    return log10(+x);
  },

  log1p(x) {
    return log1p(+x);
  },

  log2(x) {
    return log2(+x);
  },

  max(...values) {
    if (values.length === 0) return -infinity();
    let result = +values[0];
    for (let i = 1; i < values.length; i++) {
      const x = +values[i];
      if (x > result || x !== x) result = x;
      // Of two zeros, 0 unless both are -0.
      else if (x === 0 && result === 0) result += x;
    }
    return result;
  },

  min(...values) {
    if (values.length === 0) return infinity();
    let result = +values[0];
    for (let i = 1; i < values.length; i++) {
      const x = +values[i];
      if (x < result || x !== x) result = x;
      // Of two zeros, -0 if there is one; all of these are integers if both are.
      else if (x === 0 && result === 0) result = result * x * (result + x);
    }
    return result;
  },

  pow(a, b) {
    return a ** b;
  },

  random() {
    const high = randomBits() >>> 5;
    const low = randomBits() >>> 6;
    return (high * 0x4000000 + low) / 9007199254740992;
  },

  round(value) {
    const x = +value;
    const rest = x % 1;
    if (rest !== rest || rest === 0) return x;
    if (x < 0) return rest < -0.5 ? x - rest - 1 : x > -1 ? -0 : x - rest;
    return rest >= 0.5 ? x - rest + 1 : x - rest;
  },

  sign(value) {
    const x = +value;
    return x > 0 ? 1 : x < 0 ? -1 : x;
  },

  sin(x) {
    return sin(+x);
  },

  sinh(x) {
    return sinh(+x);
  },

  sqrt(x) {
    return sqrt(+x);
  },

  tan(x) {
    return tan(+x);
  },

  tanh(x) {
    return tanh(+x);
  },

  trunc(value) {
    const x = +value;
    const rest = x % 1;
    if (rest !== rest || rest === 0) return x;
    return x < 0 && x > -1 ? -0 : x - rest;
  },
});
fix(Math, {
  E: 2.718281828459045,
  LN10: 2.302585092994046,
  LN2: 0.6931471805599453,
  LOG10E: 0.4342944819032518,
  LOG2E: 1.4426950408889634,
  PI: 3.141592653589793,
  SQRT1_2: 0.7071067811865476,
  SQRT2: 1.4142135623730951,
});
tag(Math, symbolToStringTag, 'Math');
