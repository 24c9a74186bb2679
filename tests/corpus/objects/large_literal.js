// A literal of seventy properties.
const print = vmImport(1);

const o = {
  a0: 0, a1: 1, a2: 2, a3: 3, a4: 4, a5: 5, a6: 6, a7: 7, a8: 8, a9: 9,
  b0: 10, b1: 11, b2: 12, b3: 13, b4: 14, b5: 15, b6: 16, b7: 17, b8: 18, b9: 19,
  c0: 20, c1: 21, c2: 22, c3: 23, c4: 24, c5: 25, c6: 26, c7: 27, c8: 28, c9: 29,
  d0: 30, d1: 31, d2: 32, d3: 33, d4: 34, d5: 35, d6: 36, d7: 37, d8: 38, d9: 39,
  e0: 40, e1: 41, e2: 42, e3: 43, e4: 44, e5: 45, e6: 46, e7: 47, e8: 48, e9: 49,
  f0: 50, f1: 51, f2: 52, f3: 53, f4: 54, f5: 55, f6: 56, f7: 57, f8: 58, f9: 59,
  g0: 60, g1: 61, g2: 62, g3: 63, g4: 64, g5: 65, g6: 66, g7: 67, g8: 68, g9: 'last',
};

function run() {
  const rows = 'abcdefg';
  let sum = 0;
  for (let i = 0; i < 69; i++) sum += o[rows[(i - (i % 10)) / 10] + (i % 10)];
  print(sum); // expect: 2346
  print(o.a0 + o.g9); // expect: 0last
  o.d5 = 'changed';
  o.h0 = 'added';
  delete o.a0;
  print(o.d5 + o.h0 + ('a0' in o) + o.d6); // expect: changedaddedfalse36
}

vmExport(1, run);
