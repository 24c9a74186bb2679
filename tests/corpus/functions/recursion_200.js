// Two hundred frames, each with locals that must survive the calls below it.
// heap: large — needs a stack of 200 frames
const print = vmImport(1);

function down(n, text) {
  const before = n * 2;
  const kept = [n];
  if (n === 0) return 0;
  const below = down(n - 1, text);
  return below + (before === kept[0] * 2 && text === 'x' ? 1 : -1000);
}

function run() {
  print(down(200, 'x')); // expect: 200
  print(down(200, 'x')); // expect: 200
}

vmExport(1, run);
