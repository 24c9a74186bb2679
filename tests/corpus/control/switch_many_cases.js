// Dense, sparse and mixed cases, in loops with continue.
const print = vmImport(1);

function dense(n) {
  switch (n) {
    case 0: return 'a';
    case 1: return 'b';
    case 2: return 'c';
    case 3: return 'd';
    case 4: return 'e';
    case 5: return 'f';
    case 6: return 'g';
    case 7: return 'h';
    case 8: return 'i';
    case 9: return 'j';
    default: return '?';
  }
}

function sparse(n) {
  switch (n) {
    case -1: return 'minus one';
    case 8191: return 'a';
    case 8192: return 'b';
    case -8193: return 'c';
    case 2147483648: return 'd';
    case 1e21: return 'e';
    case 'x': return 'f';
    default: return '?';
  }
}

function run() {
  let s = '';
  for (let i = -1; i < 11; i++) s += dense(i);
  print(s); // expect: ?abcdefghij?
  print(dense(1.5) + dense('1') + dense(-0)); // expect: ??a
  print(sparse(-1)); // expect: minus one
  print(sparse(8191) + sparse(8192) + sparse(-8193)); // expect: abc
  print(sparse(65536 * 32768) + sparse(1e20 * 10) + sparse('x') + sparse(0)); // expect: def?

  s = '';
  for (let i = 0; i < 8; i++) {
    switch (i % 4) {
      case 0:
        continue;
      case 1:
        s += 'one';
        break;
      case 2:
        if (i > 4) break;
        s += 'two';
      default:
        s += '.';
    }
    s += i;
  }
  print(s); // expect: one1two.2.3one56.7
}

vmExport(1, run);
