// More captured variables than a short operand can name, read and written by inner functions.
const print = vmImport(1);

function make() {
  let a = 1, b = 2, c = 3, d = 4, e = 5, f = 6, g = 7, h = 8, i = 9, j = 10, k = 11;
  let l = 12, m = 13, n = 14, o = 15, p = 16, q = 17, r = 18, s = 19, t = 20, u = 21, v = 22;
  return {
    sum: () => a + b + c + d + e + f + g + h + i + j + k + l + m + n + o + p + q + r + s + t + u + v,
    rotate() {
      const first = a;
      a = b; b = c; c = d; d = e; e = f; f = g; g = h; h = i; i = j; j = k; k = l;
      l = m; m = n; n = o; o = p; p = q; q = r; r = s; s = t; t = u; u = v; v = first;
    },
    ends: () => a + ' ' + k + ' ' + v,
    setV: (x) => { v = x; },
  };
}
const built = make();

function run() {
  print(built.sum()); // expect: 253
  built.rotate();
  built.rotate();
  print(built.ends()); // expect: 3 13 2
  built.setV('end');
  print(built.ends()); // expect: 3 13 end
  const other = make();
  print(other.ends()); // expect: 1 11 22
}

vmExport(1, run);
