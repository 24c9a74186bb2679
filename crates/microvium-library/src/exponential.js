// Exponentials and logarithms. The methods and their constants are those of fdlibm (Sun Microsystems,
// 1993), which most engines use, so that results are the same there and on every target.

import { fromBits, highBits, lowBits } from './native.js';
import { sqrt } from './root.js';

const LN2_HIGH = 6.9314718036912381649e-1;
const LN2_LOW = 1.90821492927058770002e-10;

// A number with another upper half.
function withHigh(value, high) {
  return fromBits(high, lowBits(value));
}

export function exp(x) {
  if (x !== x) return x;
  if (x > 7.09782712893383973096e2) return Infinity;
  if (x < -7.45133219101941108420e2) return 0;
  const size = highBits(x) & 0x7fffffff;
  let k = 0;
  let high = x;
  let low = 0;
  let r = x;
  if (size > 0x3fd62e42) {
    if (size < 0x3ff0a2b2) {
      if (x === 1) return 2.718281828459045;
      k = x < 0 ? -1 : 1;
    } else {
      const quotient = 1.44269504088896338700 * x + (x < 0 ? -0.5 : 0.5);
      k = quotient - (quotient % 1);
    }
    high = x - k * LN2_HIGH;
    low = k * LN2_LOW;
    r = high - low;
  } else if (size < 0x3e300000) {
    return 1 + x;
  }
  const t = r * r;
  const c =
    r -
    t *
      (1.66666666666666019037e-1 +
        t *
          (-2.77777777770155933842e-3 +
            t *
              (6.61375632143793436117e-5 +
                t * (-1.6533902205465251539e-6 + t * 4.13813679705723846039e-8))));
  if (k === 0) return 1 - ((r * c) / (c - 2) - r);
  const y = 1 - (low - (r * c) / (2 - c) - high);
  if (k === 1024) return y * 2 * 8.98846567431158e307;
  if (k >= -1021) return y * fromBits(0x3ff00000 + (k << 20), 0);
  return y * fromBits(0x3ff00000 + ((k + 1000) << 20), 0) * 9.332636185032189e-302;
}

export function expm1(x) {
  if (x !== x || x === 0) return x;
  if (x > 7.09782712893383973096e2) return Infinity;
  const size = highBits(x) & 0x7fffffff;
  if (size >= 0x4043687a && x < 0) return -1;
  let k = 0;
  let c = 0;
  let r = x;
  if (size > 0x3fd62e42) {
    if (size < 0x3ff0a2b2) {
      k = x < 0 ? -1 : 1;
    } else {
      const quotient = 1.44269504088896338700 * x + (x < 0 ? -0.5 : 0.5);
      k = quotient - (quotient % 1);
    }
    const high = x - k * LN2_HIGH;
    const low = k * LN2_LOW;
    r = high - low;
    c = high - r - low;
  } else if (size < 0x3c900000) {
    return x;
  }
  const half = 0.5 * r;
  const square = r * half;
  const series =
    1 +
    square *
      (-3.33333333333331316428e-2 +
        square *
          (1.58730158725481460165e-3 +
            square *
              (-7.93650757867487942473e-5 +
                square * (4.00821782732936239552e-6 + square * -2.01099218183624371326e-7))));
  let t = 3 - series * half;
  let e = square * ((series - t) / (6 - r * t));
  if (k === 0) return r - (r * e - square);
  e = r * (e - c) - c;
  e -= square;
  if (k === -1) return 0.5 * (r - e) - 0.5;
  if (k === 1) return r < -0.25 ? -2 * (e - (r + 0.5)) : 1 + 2 * (r - e);
  const power = k === 1024 ? 8.98846567431158e307 : fromBits(0x3ff00000 + (k << 20), 0);
  if (k <= -2 || k > 56) {
    const y = 1 - (e - r);
    return (k === 1024 ? y * 2 * power : y * power) - 1;
  }
  if (k < 20) {
    t = fromBits(0x3ff00000 - (0x200000 >> k), 0);
    return (t - (e - r)) * power;
  }
  t = fromBits((0x3ff - k) << 20, 0);
  return (r - (e + t) + 1) * power;
}

// The odd part of the series of log(1 + f), with s = f / (2 + f).
function logSeries(s) {
  const z = s * s;
  const w = z * z;
  const even =
    w * (3.999999999940941908e-1 + w * (2.222219843214978396e-1 + w * 1.531383769920937332e-1));
  const odd =
    z *
    (6.66666666666673513e-1 +
      w *
        (2.857142874366239149e-1 +
          w * (1.818357216161805012e-1 + w * 1.479819860511658591e-1)));
  return odd + even;
}

export function log(x) {
  if (x !== x || x === Infinity) return x;
  if (x === 0) return -Infinity;
  if (x < 0) return NaN;
  let k = 0;
  let value = x;
  if (value < 2.2250738585072014e-308) {
    k = -54;
    value *= 18014398509481984;
  }
  let high = highBits(value);
  k += (high >> 20) - 1023;
  high &= 0xfffff;
  const up = (high + 0x95f64) & 0x100000;
  value = withHigh(value, high | (up ^ 0x3ff00000));
  k += up >> 20;
  const f = value - 1;
  if ((0xfffff & (2 + high)) < 3) {
    if (f === 0) return k === 0 ? 0 : k * LN2_HIGH + k * LN2_LOW;
    const rest = f * f * (0.5 - 0.33333333333333333333 * f);
    return k === 0 ? f - rest : k * LN2_HIGH - (rest - k * LN2_LOW - f);
  }
  const s = f / (2 + f);
  const series = logSeries(s);
  if (((high - 0x6147a) | (0x6b851 - high)) > 0) {
    const square = 0.5 * f * f;
    if (k === 0) return f - (square - s * (square + series));
    return k * LN2_HIGH - (square - (s * (square + series) + k * LN2_LOW) - f);
  }
  if (k === 0) return f - s * (f - series);
  return k * LN2_HIGH - (s * (f - series) - k * LN2_LOW - f);
}

export function log1p(x) {
  if (x !== x || x === Infinity || x === 0) return x;
  if (x === -1) return -Infinity;
  if (x < -1) return NaN;
  const high = highBits(x);
  const size = high & 0x7fffffff;
  let k = 1;
  let f = 0;
  let c = 0;
  let rest = 1;
  if (high < 0x3fda827a) {
    if (size < 0x3e200000) return size < 0x3c900000 ? x : x - x * x * 0.5;
    if (high > 0 || high <= (0xbfd2bec4 | 0)) {
      k = 0;
      f = x;
    }
  }
  if (k !== 0) {
    let u = x;
    if (high < 0x43400000) {
      u = 1 + x;
      rest = highBits(u);
      k = (rest >> 20) - 1023;
      c = (k > 0 ? 1 - (u - x) : x - (u - 1)) / u;
    } else {
      rest = highBits(u);
      k = (rest >> 20) - 1023;
    }
    rest &= 0xfffff;
    if (rest < 0x6a09e) {
      u = withHigh(u, rest | 0x3ff00000);
    } else {
      k++;
      u = withHigh(u, rest | 0x3fe00000);
      rest = (0x100000 - rest) >> 2;
    }
    f = u - 1;
  }
  const square = 0.5 * f * f;
  if (rest === 0) {
    if (f === 0) return k === 0 ? 0 : k * LN2_HIGH + (c + k * LN2_LOW);
    const r = square * (1 - 0.66666666666666666 * f);
    return k === 0 ? f - r : k * LN2_HIGH - (r - (k * LN2_LOW + c) - f);
  }
  const s = f / (2 + f);
  const z = s * s;
  const r =
    z *
    (6.66666666666673513e-1 +
      z *
        (3.999999999940941908e-1 +
          z *
            (2.857142874366239149e-1 +
              z *
                (2.222219843214978396e-1 +
                  z *
                    (1.818357216161805012e-1 +
                      z * (1.531383769920937332e-1 + z * 1.479819860511658591e-1))))));
  if (k === 0) return f - (square - s * (square + r));
  return k * LN2_HIGH - (square - (s * (square + r) + (k * LN2_LOW + c)) - f);
}

export function log2(x) {
  if (x !== x || x === Infinity) return x;
  if (x === 0) return -Infinity;
  if (x < 0) return NaN;
  if (x === 1) return 0;
  let k = 0;
  let value = x;
  if (value < 2.2250738585072014e-308) {
    k = -54;
    value *= 18014398509481984;
  }
  let high = highBits(value);
  k += (high >> 20) - 1023;
  high &= 0xfffff;
  const up = (high + 0x95f64) & 0x100000;
  value = withHigh(value, high | (up ^ 0x3ff00000));
  k += up >> 20;
  const f = value - 1;
  const square = 0.5 * f * f;
  const s = f / (2 + f);
  const r = s * (square + logSeries(s));
  const top = fromBits(highBits(f - square), 0);
  const low = f - top - square + r;
  const product = top * 1.44269504072144627571;
  const rest = (low + top) * 1.67517131648865118353e-10 + low * 1.44269504072144627571;
  const sum = k + product;
  return rest + (k - sum + product) + sum;
}

export function log10(x) {
  if (x !== x || x === Infinity) return x;
  if (x === 0) return -Infinity;
  if (x < 0) return NaN;
  if (x === 1) return 0;
  let k = 0;
  let value = x;
  if (value < 2.2250738585072014e-308) {
    k = -54;
    value *= 18014398509481984;
  }
  const high = highBits(value);
  k += (high >> 20) - 1023;
  const negative = k < 0 ? 1 : 0;
  value = withHigh(value, (high & 0xfffff) | ((0x3ff - negative) << 20));
  const y = k + negative;
  const z = y * 3.69423907715893078616e-13 + 4.34294481903251816668e-1 * log(value);
  return z + y * 3.01029995663611771306e-1;
}

// Hyperbolic functions.

export function sinh(x) {
  if (x - x !== 0 || x === 0) return x;
  const half = x < 0 ? -0.5 : 0.5;
  const size = x < 0 ? -x : x;
  if (size < 22) {
    if (size < 3.7252902984619141e-9) return x;
    const t = expm1(size);
    return size < 1 ? half * (2 * t - (t * t) / (t + 1)) : half * (t + t / (t + 1));
  }
  if (size < 709.7822265625) return half * exp(size);
  if (size <= 710.4758600739439) {
    const w = exp(0.5 * size);
    return half * w * w;
  }
  return x * Infinity;
}

export function cosh(x) {
  if (x - x !== 0) return x * x;
  const size = x < 0 ? -x : x;
  if (size < 22) {
    if (size < 0.5 * 0.6931471805599453) {
      const t = expm1(size);
      const w = 1 + t;
      if (size < 2.7755575615628914e-17) return w;
      return 1 + (t * t) / (w + w);
    }
    const t = exp(size);
    return 0.5 * t + 0.5 / t;
  }
  if (size < 709.7822265625) return 0.5 * exp(size);
  if (size <= 710.4758600739439) {
    const w = exp(0.5 * size);
    return 0.5 * w * w;
  }
  return Infinity;
}

export function tanh(x) {
  if (x !== x || x === 0) return x;
  const size = x < 0 ? -x : x;
  let z = 1;
  if (size < 22) {
    if (size < 3.725290298461914e-9) return x;
    if (size >= 1) {
      const t = expm1(2 * size);
      z = 1 - 2 / (t + 2);
    } else {
      const t = expm1(-2 * size);
      z = -t / (t + 2);
    }
  }
  return x < 0 ? -z : z;
}

export function asinh(x) {
  const size = x < 0 ? -x : x;
  if (x - x !== 0 || size < 3.725290298461914e-9) return x;
  let w = 0;
  if (highBits(size) > 0x41b00000) {
    w = log(size) + 6.93147180559945286227e-1;
  } else if (highBits(size) > 0x40000000) {
    w = log(2 * size + 1 / (sqrt(x * x + 1) + size));
  } else {
    const t = x * x;
    w = log1p(size + t / (1 + sqrt(1 + t)));
  }
  return x < 0 ? -w : w;
}

export function acosh(x) {
  if (x !== x || x < 1) return NaN;
  if (highBits(x) >= 0x41b00000) return x === Infinity ? x : log(x) + 6.93147180559945286227e-1;
  if (x === 1) return 0;
  if (x > 2) return log(2 * x - 1 / (x + sqrt(x * x - 1)));
  const t = x - 1;
  return log1p(t + sqrt(2 * t + t * t));
}

export function atanh(x) {
  const size = x < 0 ? -x : x;
  if (size > 1 || x !== x) return NaN;
  if (size === 1) return x * Infinity;
  if (size < 3.725290298461914e-9) return x;
  let t = 0;
  if (size < 0.5) {
    t = size + size;
    t = 0.5 * log1p(t + (t * size) / (1 - size));
  } else {
    t = 0.5 * log1p((size + size) / (1 - size));
  }
  return x < 0 ? -t : t;
}
