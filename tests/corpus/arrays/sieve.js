// The sieve of Eratosthenes.
const print = vmImport(1);

function run() {
  const composite = [];
  let count = 0;
  let last;
  for (let i = 2; i < 500; i++) {
    if (!composite[i]) {
      count++;
      last = i;
      for (let j = i * i; j < 500; j += i) composite[j] = true;
    }
  }
  print(count); // expect: 95
  print(last); // expect: 499
}

vmExport(1, run);
