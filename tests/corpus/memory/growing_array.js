// An array that grows and shrinks many times.
const print = vmImport(1);

const shared = [];

function run() {
  let peak = 0;
  for (let round = 0; round < 10; round++) {
    for (let i = 0; i < 100; i++) shared.push({ i });
    if (shared.length > peak) peak = shared.length;
    shared.length = round;
  }
  print(peak); // expect: 108
  print(shared.length + ' ' + shared[8].i); // expect: 9 0
}

vmExport(1, run);
