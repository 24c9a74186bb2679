// More locals than a short operand can name.
const print = vmImport(1);

function sum(p, q) {
  let a0 = p, a1 = a0 + 1, a2 = a1 + 1, a3 = a2 + 1, a4 = a3 + 1, a5 = a4 + 1, a6 = a5 + 1, a7 = a6 + 1;
  let b0 = a7 + 1, b1 = b0 + 1, b2 = b1 + 1, b3 = b2 + 1, b4 = b3 + 1, b5 = b4 + 1, b6 = b5 + 1, b7 = b6 + 1;
  let c0 = b7 + 1, c1 = c0 + 1, c2 = c1 + 1, c3 = c2 + 1, c4 = c3 + 1, c5 = c4 + 1, c6 = c5 + 1, c7 = c6 + 1;
  let d0 = c7 + 1, d1 = d0 + 1, d2 = d1 + 1, d3 = d2 + 1, d4 = d3 + 1, d5 = d4 + 1, d6 = d5 + 1, d7 = d6 + 1;
  let e0 = d7 + 1, e1 = e0 + 1, e2 = e1 + 1, e3 = e2 + 1, e4 = e3 + 1, e5 = e4 + 1, e6 = e5 + 1, e7 = e6 + 1;
  let f0 = e7 + 1, f1 = f0 + 1, f2 = f1 + 1, f3 = f2 + 1, f4 = f3 + 1, f5 = f4 + 1, f6 = f5 + 1, f7 = f6 + 1;
  for (let i = 0; i < 3; i++) {
    a0 += i;
    f7 -= i;
    e3 = e3 + q;
  }
  const a = a0 + a1 + a2 + a3 + a4 + a5 + a6 + a7;
  const b = b0 + b1 + b2 + b3 + b4 + b5 + b6 + b7;
  const c = c0 + c1 + c2 + c3 + c4 + c5 + c6 + c7;
  const d = d0 + d1 + d2 + d3 + d4 + d5 + d6 + d7;
  const e = e0 + e1 + e2 + e3 + e4 + e5 + e6 + e7;
  const f = f0 + f1 + f2 + f3 + f4 + f5 + f6 + f7;
  print(a); // expect: 39
  print(f); // expect: 353
  return a + b + c + d + e + f;
}

function run() {
  print(sum(1, 1000)); // expect: 4176
}

vmExport(1, run);
