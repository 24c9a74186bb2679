// Pseudo-random sequences, which any lost bit would send astray.
const print = vmImport(1);

function run() {
  // Multiplication stays below 2 ** 53.
  let x = 42;
  for (let i = 0; i < 100; i++) x = (x * 48271) % 2147483647;
  print(x); // expect: 1218406072
  let s = 2463534242;
  for (let i = 0; i < 100; i++) {
    s ^= s << 13;
    s ^= s >>> 17;
    s ^= s << 5;
  }
  print(s >>> 0); // expect: 3960918577
  let f = 0.3;
  for (let i = 0; i < 60; i++) f = 3.9 * f * (1 - f);
  print(f); // expect: 0.9620391876211294
}

vmExport(1, run);
