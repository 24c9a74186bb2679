// break and continue act on the innermost loop; continue in a do-while goes to the condition.
const print = vmImport(1);

function run() {
  let s = '';
  for (let i = 0; i < 10; i++) {
    if (i % 2) continue;
    if (i > 6) break;
    s += i;
  }
  print(s); // expect: 0246

  s = '';
  let n = 0;
  do {
    n++;
    if (n === 2) continue;
    s += n;
  } while (n < 4);
  print(s); // expect: 134

  n = 0;
  do {
    n++;
    continue;
  } while (false);
  print(n); // expect: 1

  s = '';
  n = 0;
  while (n++ < 6) {
    if (n === 3) continue;
    for (let j = 0; ; j++) {
      if (j === n) break;
      if (j % 2 === 0) continue;
      s += j;
    }
    if (n === 5) break;
    s += ' ';
  }
  print(s + '.'); // expect:  1 13 13.
}

vmExport(1, run);
