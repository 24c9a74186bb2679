// Numbers of all sizes between two powers of two, the same every time.
export function* someNumbers(count, least, most) {
  let x = 0x1234567;
  for (let i = 0; i < count; i++) {
    x ^= x << 13;
    x ^= x >>> 17;
    x ^= x << 5;
    const high = x >>> 0;
    x ^= x << 13;
    x ^= x >>> 17;
    x ^= x << 5;
    const exponent = least + ((x >>> 8) % (most - least));
    yield (x & 1 ? -1 : 1) * (1 + (high + (x >>> 16) / 65536) / 4294967296) * 2 ** exponent;
  }
}
