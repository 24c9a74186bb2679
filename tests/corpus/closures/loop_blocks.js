// The body of any loop makes its variables anew each time round.
const print = vmImport(1);

function run() {
  const a = [];
  let n = 0;
  while (n < 3) {
    const square = n * n;
    let local = n;
    a.push(() => square + local++);
    n++;
  }
  print(a[2]()); // expect: 6
  print(a[2]()); // expect: 7
  print(a[1]()); // expect: 2

  const b = [];
  do {
    let x = n;
    b.push(() => x);
  } while (--n > 0);
  print(b[0]() + '' + b[1]() + b[2]()); // expect: 321

  const c = [];
  for (;;) {
    const k = c.length;
    if (k === 2) break;
    function declared() {
      return k;
    }
    c.push(declared);
  }
  print(c[0]() + '' + c[1]()); // expect: 01
}

vmExport(1, run);
