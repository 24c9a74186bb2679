// Labels on loops, blocks and ifs; break and continue by label.
const print = vmImport(1);

function run() {
  let s = '';
  outer: for (let i = 0; i < 4; i++) {
    for (let j = 0; j < 4; j++) {
      if (j === 2) continue outer;
      if (i === 2) break outer;
      s += i + '' + j + ' ';
    }
    s += 'never';
  }
  print(s + '.'); // expect: 00 01 10 11 .

  block: {
    s = 'in';
    if (s === 'in') break block;
    s = 'never';
  }
  print(s); // expect: in

  check: if (s) {
    while (true) break check;
    s = 'never';
  } else s = 'never';
  print(s); // expect: in

  // Two labels on one loop; nested labels; a label of an inner function is its own.
  let n = 0;
  a: b: do {
    n++;
    if (n < 3) continue a;
    if (n < 5) continue b;
    break a;
  } while (true);
  print(n); // expect: 5
  a: {
    b: {
      c: {
        if (n === 5) break b;
        s = 'never';
      }
      s = 'never';
    }
    s = 'after b';
    const f = () => { a: while (true) break a; return 'f'; };
    s += f();
  }
  print(s); // expect: after bf

  s = '';
  loop: while (true) {
    switch (s.length) {
      case 3:
        break loop;
      default:
        s += 'x';
        continue loop;
    }
  }
  print(s); // expect: xxx
}

vmExport(1, run);
