// Math.random: from 0 up to 1, never the same twice in a row; the constants.
const print = vmImport(1);

vmExport(1, () => {
  let last = -1;
  let good = true;
  let low = 0;
  for (let i = 0; i < 50; i++) {
    const x = Math.random();
    if (!(x >= 0 && x < 1) || x === last) good = false;
    if (x < 0.5) low++;
    last = x;
  }
  print(good); // expect: true
  print(low > 5 && low < 45); // expect: true
  print(Math.PI + Math.E); // expect: 5.859874482048838
  print(Math.LN2 + Math.LN10 + Math.LOG2E + Math.LOG10E); // expect: 4.872721796346206
  print(Math.SQRT2 * Math.SQRT1_2); // expect: 1.0000000000000002
});
