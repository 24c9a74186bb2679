// Roots. The square root is exact; the cube root is after fdlibm: see `exponential.js`.

import { fromBits, highBits, lowBits } from './native.js';

// Bit by bit, in integers of 32 bits.
export function sqrt(x) {
  if (x !== x || x === 0 || x === Infinity) return x;
  if (x < 0) return NaN;
  let value = x;
  let exponent = -1023;
  if (value < 2.2250738585072014e-308) {
    value *= 18014398509481984;
    exponent -= 54;
  }
  let high = highBits(value);
  let low = lowBits(value);
  exponent += high >> 20;
  high = (high & 0xfffff) | 0x100000;
  if ((exponent & 1) !== 0) {
    high += high + (low < 0 ? 1 : 0);
    low <<= 1;
  }
  exponent >>= 1;
  high += high + (low < 0 ? 1 : 0);
  low <<= 1;
  let root = 0;
  let sum = 0;
  for (let bit = 0x200000; bit !== 0; bit >>>= 1) {
    const t = sum + bit;
    if (t <= high) {
      sum = t + bit;
      high -= t;
      root += bit;
    }
    high += high + (low < 0 ? 1 : 0);
    low <<= 1;
  }
  let lowRoot = 0;
  let lowSum = 0;
  for (let bit = -0x80000000; bit !== 0; bit >>>= 1) {
    const lowT = (lowSum + bit) | 0;
    const t = sum;
    const lowFits = lowT >>> 0 <= low >>> 0;
    if (t < high || (t === high && lowFits)) {
      lowSum = (lowT + bit) | 0;
      if (lowT < 0 && lowSum >= 0) sum++;
      high -= t;
      if (!lowFits) high--;
      low = (low - lowT) | 0;
      lowRoot = (lowRoot + bit) | 0;
    }
    high += high + (low < 0 ? 1 : 0);
    low <<= 1;
  }
  // What is left says how to round; a tie can't be.
  if ((high | low) !== 0) {
    if (lowRoot === -1) {
      lowRoot = 0;
      root++;
    } else {
      lowRoot += lowRoot & 1;
    }
  }
  const lower = (lowRoot >>> 1) | ((root & 1) << 31);
  return fromBits((root >> 1) + 0x3fe00000 + (exponent << 20), lower);
}

export function cbrt(x) {
  if (x - x !== 0 || x === 0) return x;
  const size = x < 0 ? -x : x;
  let high = highBits(size);
  let t = 0;
  if (high < 0x100000) {
    high = highBits(size * 18014398509481984);
    t = fromBits((high - (high % 3)) / 3 + 696219795, 0);
  } else {
    t = fromBits((high - (high % 3)) / 3 + 715094163, 0);
  }
  let r = t * t * (t / size);
  t *=
    1.87595182427177009643 +
    r * (-1.88497979543377169875 + r * 1.621429720105354466140) +
    r * r * r * (-0.758397934778766047437 + r * 0.145996192886612446982);
  // Rounded to 23 bits.
  t = roundTo23(t);
  const s = t * t;
  r = size / s;
  const w = t + t;
  r = (r - t) / (w + r);
  t += t * r;
  return x < 0 ? -t : t;
}

// bits = (bits + 0x80000000) & 0xffffffffc0000000
function roundTo23(value) {
  const low = lowBits(value);
  const high = highBits(value) + (low < 0 ? 1 : 0);
  return fromBits(high, (low + -0x80000000) & -0x40000000);
}
