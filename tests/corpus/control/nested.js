// Loops in conditions in loops: primes, Collatz, and a search.
const print = vmImport(1);

function run() {
  let s = '';
  for (let n = 2; n < 40; n++) {
    let prime = true;
    for (let d = 2; d * d <= n; d++) {
      if (n % d === 0) {
        prime = false;
        break;
      }
    }
    if (prime) s += n + ' ';
  }
  print(s + '.'); // expect: 2 3 5 7 11 13 17 19 23 29 31 37 .

  let longest = 0;
  let at = 0;
  for (let start = 1; start < 30; start++) {
    let n = start;
    let steps = 0;
    while (n !== 1) {
      n = n % 2 === 0 ? n / 2 : 3 * n + 1;
      steps++;
    }
    if (steps > longest) {
      longest = steps;
      at = start;
    }
  }
  print(at + ' takes ' + longest); // expect: 27 takes 111

  search: for (let c = 1; ; c++) {
    for (let b = 1; b < c; b++) {
      for (let a = 1; a < b; a++) {
        if (a * a + b * b === c * c && a + b + c > 40) {
          print(a + ' ' + b + ' ' + c); // expect: 12 16 20
          break search;
        }
      }
    }
  }
}

vmExport(1, run);
