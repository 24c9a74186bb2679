// Trigonometric functions, after fdlibm: see `exponential.js`.

import { fromBits, highBits } from './native.js';
import { sqrt } from './root.js';

// sin of x + tail, up to a quarter of pi.
function kernelSin(x, tail) {
  if ((highBits(x) & 0x7fffffff) < 0x3e400000) return x;
  const z = x * x;
  const v = z * x;
  const r =
    8.33333333332248946124e-3 +
    z *
      (-1.98412698298579493134e-4 +
        z *
          (2.75573137070700676789e-6 +
            z * (-2.50507602534068634195e-8 + z * 1.58969099521155010221e-10)));
  return x - (z * (0.5 * tail - v * r) - tail - v * -1.66666666666666324348e-1);
}

function kernelCos(x, tail) {
  const size = highBits(x) & 0x7fffffff;
  if (size < 0x3e400000) return 1;
  const z = x * x;
  const r =
    z *
    (4.16666666666666019037e-2 +
      z *
        (-1.38888888888741095749e-3 +
          z *
            (2.48015872894767294178e-5 +
              z *
                (-2.75573143513906633035e-7 +
                  z * (2.08757232129817482790e-9 + z * -1.13596475577881948265e-11)))));
  if (size < 0x3fd33333) return 1 - (0.5 * z - (z * r - x * tail));
  const quarter = size > 0x3fe90000 ? 0.28125 : fromBits(size - 0x200000, 0);
  const half = 0.5 * z - quarter;
  return 1 - quarter - (half - (z * r - x * tail));
}

const TAN = [
  3.33333333333334091986e-1, 1.33333333333201242699e-1, 5.39682539762260521377e-2,
  2.18694882948595424599e-2, 8.86323982359930005737e-3, 3.59207910759131235356e-3,
  1.45620945432529025516e-3, 5.88041240820264096874e-4, 2.46463134818469906812e-4,
  7.81794442939557092300e-5, 7.14072491382608190305e-5, -1.85586374855275456654e-5,
  2.59073051863633712884e-5,
];

// tan, or -1 / tan if `inverse`.
function kernelTan(x, tail, inverse) {
  const high = highBits(x);
  const size = high & 0x7fffffff;
  if (size < 0x3e300000) return inverse ? -1 / x : x;
  let value = x;
  let rest = tail;
  const large = size >= 0x3fe59428;
  if (large) {
    if (x < 0) {
      value = -value;
      rest = -rest;
    }
    value = 7.85398163397448278999e-1 - value + (3.06161699786838301793e-17 - rest);
    rest = 0;
  }
  const z = value * value;
  const w = z * z;
  let odd = TAN[11];
  for (let i = 9; i >= 1; i -= 2) odd = TAN[i] + w * odd;
  let even = TAN[12];
  for (let i = 10; i >= 2; i -= 2) even = TAN[i] + w * even;
  const s = z * value;
  let r = rest + z * (s * (odd + z * even) + rest);
  r += TAN[0] * s;
  const sum = value + r;
  if (large) {
    const sign = inverse ? -1 : 1;
    const result = sign - 2 * (value - ((sum * sum) / (sum + sign) - r));
    return x < 0 ? -result : result;
  }
  if (!inverse) return sum;
  const top = fromBits(highBits(sum), 0);
  const v = r - (top - value);
  const reciprocal = -1 / sum;
  const a = fromBits(highBits(reciprocal), 0);
  return a + reciprocal * (1 + a * top + a * v);
}

// The bits of 2 / pi, 24 at a time.
const TWO_OVER_PI = [
  0xa2f983, 0x6e4e44, 0x1529fc, 0x2757d1, 0xf534dd, 0xc0db62, 0x95993c, 0x439041, 0xfe5163,
  0xabdebb, 0xc561b7, 0x246e3a, 0x424dd2, 0xe00649, 0x2eea09, 0xd1921c, 0xfe1deb, 0x1cb129,
  0xa73ee8, 0x8235f5, 0x2ebb44, 0x84e99c, 0x7026b4, 0x5f7e41, 0x3991d6, 0x398353, 0x39f49c,
  0x845f8b, 0xbdf928, 0x3b1ff8, 0x97ffde, 0x05980f, 0xef2f11, 0x8b5a0a, 0x6d1f6d, 0x367ecf,
  0x27cb09, 0xb74f46, 0x3f669e, 0x5fea2d, 0x7527ba, 0xc7ebe5, 0xf17b3d, 0x0739f7, 0x8a5292,
  0xea6bfb, 0x5fb11f, 0x8d5d08, 0x560330, 0x46fc7b, 0x6babf0, 0xcfbc20, 0x9af436, 0x1da9e3,
  0x91615e, 0xe61b08,
];

// x - n * pi / 2 as the sum of two numbers, and n modulo 4.
function reduce(x) {
  const size = x < 0 ? -x : x;
  const high = highBits(size);
  if (high <= 0x3fe921fb) return { n: 0, y: x, tail: 0 };
  let n = 0;
  let y = 0;
  let tail = 0;
  if (high < 0x413921fb) {
    const quotient = size * 6.36619772367581382433e-1 + 0.5;
    n = quotient - (quotient % 1);
    let r = size - n * 1.57079632673412561417;
    let w = n * 6.07710050650619224932e-11;
    y = r - w;
    const exponent = high >> 20;
    if (exponent - ((highBits(y) >> 20) & 0x7ff) > 16) {
      let t = r;
      w = n * 6.07710050630396597660e-11;
      r = t - w;
      w = n * 2.02226624879595063154e-21 - (t - r - w);
      y = r - w;
      if (exponent - ((highBits(y) >> 20) & 0x7ff) > 49) {
        t = r;
        w = n * 2.02226624871116645580e-21;
        r = t - w;
        w = n * 8.47842766036889956997e-32 - (t - r - w);
        y = r - w;
      }
    }
    tail = r - y - w;
  } else {
    return reduceLarge(x, size);
  }
  return x < 0 ? { n: -n & 3, y: -y, tail: -tail } : { n: n & 3, y: y, tail: tail };
}

// The same for large numbers: the bits of x * 2 / pi around the point, from the product of x with as
// many bits of 2 / pi as matter.
function reduceLarge(x, size) {
  const exponent = (highBits(size) >> 20) - 1075;
  // Three parts of 24 bits are the 53 bits of x; x = parts * 2 ** exponent.
  let mantissa = size * fromBits((1023 - exponent / 2 - (exponent % 2) / 2) << 20, 0);
  mantissa *= fromBits((1023 - exponent / 2 + (exponent % 2) / 2) << 20, 0);
  const low = mantissa % 0x1000000;
  const middle = ((mantissa - low) / 0x1000000) % 0x1000000;
  const top = (mantissa - low) / 0x1000000 / 0x1000000;
  const highest = top - (top % 1);
  // What has a weight of 4 and more doesn't matter: begin with the limb behind that.
  const whole = exponent - 3 > 24 ? exponent - 3 : 24;
  const skip = (whole - (whole % 24)) / 24 - 1;
  const count = 9;
  const limbs = [];
  for (let i = 0; i < count + 3; i++) limbs[i] = 0;
  for (let i = 0; i < count; i++) {
    const bits = TWO_OVER_PI[skip + i];
    limbs[i] += bits * highest;
    limbs[i + 1] += bits * middle;
    limbs[i + 2] += bits * low;
  }
  // limbs[i] has the weight 2 ** (exponent + 24 - 24 * (skip + i)).
  for (let i = count + 2; i > 0; i--) {
    const rest = limbs[i] % 0x1000000;
    limbs[i - 1] += (limbs[i] - rest) / 0x1000000;
    limbs[i] = rest;
  }
  return fromLimbs(x, limbs, exponent + 24 - 24 * skip, count);
}

// n and the rest, from the limbs of a product of which the first has the weight 2 ** power.
function fromLimbs(x, limbs, power, count) {
  let n = 0;
  let shift = power;
  let i = 0;
  for (; shift >= 0; i++, shift -= 24) n = (limbs[i] % 4) * (shift > 1 ? 0 : 1 << shift) + n;
  // This limb has -shift bits behind the point.
  const scale = fromBits((1023 - shift) << 20, 0);
  const first = limbs[i] % scale;
  n += (limbs[i] - first) / scale;
  let weight = 1 / scale;
  const parts = [first * weight];
  for (let k = i + 1; k < count + 3; k++) {
    weight /= 0x1000000;
    parts[parts.length] = limbs[k] * weight;
  }
  if (parts[0] >= 0.5) {
    n++;
    parts[0] -= 1;
  }
  n %= 4;
  // The sum in two numbers, from the smallest part on.
  let a = 0;
  let b = 0;
  for (let k = parts.length - 1; k >= 0; k--) {
    const sum = parts[k] + a;
    const other = sum - parts[k];
    b += parts[k] - (sum - other) + (a - other);
    a = sum;
  }
  // Times pi / 2, which is two numbers too.
  const product = a * 1.5707963267948966;
  const aHigh = upper(a);
  const piHigh = upper(1.5707963267948966);
  const aLow = a - aHigh;
  const piLow = 1.5707963267948966 - piHigh;
  const error = aHigh * piHigh - product + aHigh * piLow + aLow * piHigh + aLow * piLow;
  const low = error + (a * 6.123233995736766e-17 + b * 1.5707963267948966);
  const y = product + low;
  const tail = product - y + low;
  return x < 0 ? { n: -n & 3, y: -y, tail: -tail } : { n: n, y: y, tail: tail };
}

// A number without its lower half.
function upper(value) {
  const product = value * 134217729;
  return product - (product - value);
}

export function sin(x) {
  if (x - x !== 0) return NaN;
  const r = reduce(x);
  switch (r.n) {
    case 0:
      return r.tail === 0 && r.y === x ? firstSin(x) : kernelSin(r.y, r.tail);
    case 1:
      return kernelCos(r.y, r.tail);
    case 2:
      return -kernelSin(r.y, r.tail);
  }
  return -kernelCos(r.y, r.tail);
}

// kernelSin without a tail.
function firstSin(x) {
  if ((highBits(x) & 0x7fffffff) < 0x3e400000) return x;
  const z = x * x;
  const v = z * x;
  const r =
    8.33333333332248946124e-3 +
    z *
      (-1.98412698298579493134e-4 +
        z *
          (2.75573137070700676789e-6 +
            z * (-2.50507602534068634195e-8 + z * 1.58969099521155010221e-10)));
  return x + v * (-1.66666666666666324348e-1 + z * r);
}

export function cos(x) {
  if (x - x !== 0) return NaN;
  const r = reduce(x);
  switch (r.n) {
    case 0:
      return kernelCos(r.y, r.tail);
    case 1:
      return -kernelSin(r.y, r.tail);
    case 2:
      return -kernelCos(r.y, r.tail);
  }
  return kernelSin(r.y, r.tail);
}

export function tan(x) {
  if (x - x !== 0) return NaN;
  const r = reduce(x);
  return kernelTan(r.y, r.tail, r.n % 2 === 1);
}

const ATAN_HIGH = [
  4.63647609000806093515e-1, 7.85398163397448278999e-1, 9.82793723247329054082e-1,
  1.57079632679489655800,
];
const ATAN_LOW = [
  2.26987774529616870924e-17, 3.06161699786838301793e-17, 1.39033110312309984516e-17,
  6.12323399573676603587e-17,
];
const ATAN = [
  3.33333333333329318027e-1, -1.99999999998764832476e-1, 1.42857142725034663711e-1,
  -1.11111104054623557880e-1, 9.09088713343650656196e-2, -7.69187620504482999495e-2,
  6.66107313738753120669e-2, -5.83357013379057348645e-2, 4.97687799461593236017e-2,
  -3.65315727442169155270e-2, 1.62858201153657823623e-2,
];

export function atan(x) {
  if (x !== x) return x;
  const size = x < 0 ? -x : x;
  const high = highBits(size);
  if (high >= 0x44100000) {
    const result = ATAN_HIGH[3] + ATAN_LOW[3];
    return x < 0 ? -result : result;
  }
  let value = x;
  let id = -1;
  if (high < 0x3fdc0000) {
    if (high < 0x3e400000) return x;
  } else {
    value = size;
    if (high < 0x3ff30000) {
      id = high < 0x3fe60000 ? 0 : 1;
      value = id === 0 ? (2 * value - 1) / (2 + value) : (value - 1) / (value + 1);
    } else {
      id = high < 0x40038000 ? 2 : 3;
      value = id === 2 ? (value - 1.5) / (1 + 1.5 * value) : -1 / value;
    }
  }
  const z = value * value;
  const w = z * z;
  let odd = ATAN[10];
  for (let i = 8; i >= 0; i -= 2) odd = ATAN[i] + w * odd;
  let even = ATAN[9];
  for (let i = 7; i >= 1; i -= 2) even = ATAN[i] + w * even;
  const sum = z * odd + w * even;
  if (id < 0) return value - value * sum;
  const result = ATAN_HIGH[id] - (value * sum - ATAN_LOW[id] - value);
  return x < 0 ? -result : result;
}

const PI_LOW = 1.2246467991473531772e-16;

export function atan2(y, x) {
  if (x !== x || y !== y) return x + y;
  if (x === 1) return atan(y);
  const negativeX = x < 0 || (x === 0 && 1 / x < 0);
  const negativeY = y < 0 || (y === 0 && 1 / y < 0);
  const pi = 3.1415926535897931160;
  if (y === 0) return negativeX ? (negativeY ? -pi : pi) : y;
  if (x === 0) return negativeY ? -pi / 2 : pi / 2;
  const infiniteY = y - y !== 0;
  if (x - x !== 0) {
    const angle = infiniteY ? (negativeX ? (3 * pi) / 4 : pi / 4) : negativeX ? pi : 0;
    return negativeY ? -angle : angle;
  }
  if (infiniteY) return negativeY ? -pi / 2 : pi / 2;
  const exponent = ((highBits(y) & 0x7fffffff) - (highBits(x) & 0x7fffffff)) >> 20;
  let z = 0;
  if (exponent > 60) {
    return negativeY ? -(pi / 2 + 0.5 * PI_LOW) : pi / 2 + 0.5 * PI_LOW;
  } else if (!(negativeX && exponent < -60)) {
    z = atan((negativeY ? -y : y) / (negativeX ? -x : x));
  }
  if (!negativeX) return negativeY ? -z : z;
  return negativeY ? z - PI_LOW - pi : pi - (z - PI_LOW);
}

// The rational function of asin and acos.
function arcRational(z) {
  const p =
    z *
    (1.66666666666666657415e-1 +
      z *
        (-3.25565818622400915405e-1 +
          z *
            (2.01212532134862925881e-1 +
              z *
                (-4.00555345006794114027e-2 +
                  z * (7.91534994289814532176e-4 + z * 3.47933107596021167570e-5)))));
  const q =
    1 +
    z *
      (-2.40339491173441421878 +
        z *
          (2.02094576023350569471 +
            z * (-6.88283971605453293030e-1 + z * 7.70381505559019352791e-2)));
  return p / q;
}

export function asin(x) {
  const size = x < 0 ? -x : x;
  if (size >= 1 || x !== x) return size === 1 ? x * (ATAN_HIGH[3]) + x * ATAN_LOW[3] : NaN;
  if (size < 0.5) {
    if (size < 7.450580596923828e-9) return x;
    return x + x * arcRational(x * x);
  }
  const t = (1 - size) * 0.5;
  const s = sqrt(t);
  let result = 0;
  if (highBits(size) >= 0x3fef3333) {
    result = ATAN_HIGH[3] - (2 * (s + s * arcRational(t)) - ATAN_LOW[3]);
  } else {
    const w = fromBits(highBits(s), 0);
    const c = (t - w * w) / (s + w);
    const p = 2 * s * arcRational(t) - (ATAN_LOW[3] - 2 * c);
    const q = ATAN_HIGH[1] - 2 * w;
    result = ATAN_HIGH[1] - (p - q);
  }
  return x < 0 ? -result : result;
}

export function acos(x) {
  const size = x < 0 ? -x : x;
  if (size >= 1 || x !== x) {
    if (x === 1) return 0;
    return x === -1 ? 3.14159265358979311600 + 2 * ATAN_LOW[3] : NaN;
  }
  if (size < 0.5) {
    if (size <= 6.938893903907228e-18) return ATAN_HIGH[3] + ATAN_LOW[3];
    return ATAN_HIGH[3] - (x - (ATAN_LOW[3] - x * arcRational(x * x)));
  }
  if (x < 0) {
    const z = (1 + x) * 0.5;
    const s = sqrt(z);
    const w = arcRational(z) * s - ATAN_LOW[3];
    return 3.14159265358979311600 - 2 * (s + w);
  }
  const z = (1 - x) * 0.5;
  const s = sqrt(z);
  const d = fromBits(highBits(s), 0);
  const c = (z - d * d) / (s + d);
  return 2 * (d + (arcRational(z) * s + c));
}
