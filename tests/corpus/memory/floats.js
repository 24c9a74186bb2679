// Numbers that need a place of their own, by the thousand.
const print = vmImport(1);

function run() {
  let x = 0.5;
  let sum = 0;
  const recent = [0, 0, 0, 0];
  for (let i = 0; i < 2000; i++) {
    x = 3.7 * x * (1 - x);
    sum += x;
    recent[i % 4] = x;
  }
  print(sum > 1200 && sum < 1400); // expect: true
  let ordered = true;
  for (let i = 0; i < 4; i++) if (!(recent[i] > 0 && recent[i] < 1)) ordered = false;
  print(ordered); // expect: true
  let big = 2147483648;
  for (let i = 0; i < 1000; i++) big += i * 65536;
  print(big); // expect: 34882715648
}

vmExport(1, run);
