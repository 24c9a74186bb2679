// More parameters than a short operand can name, in calls, methods and constructors.
const print = vmImport(1);

function join(a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r) {
  const x = '' + a + b + c + d + e + f + g + h + i;
  const y = '' + j + k + l + m + n + o + p + q + r;
  return x + y;
}

class Wide {
  constructor(a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q) {
    this.ends = a + q;
    this.middle = h + i;
  }
  last(a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q) {
    return q;
  }
}

function run() {
  print(join(1, 2, 3, 4, 5, 6, 7, 8, 9, 'a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i')); // expect: 123456789abcdefghi
  print(join(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16)); // expect: 12345678910111213141516undefinedundefined
  const w = new Wide(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17);
  print(w.ends); // expect: 18
  print(w.middle); // expect: 17
  print(w.last(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 'last')); // expect: last
  const inner = (a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q) => () => a + q;
  print(inner(1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2)()); // expect: 3
}

vmExport(1, run);
