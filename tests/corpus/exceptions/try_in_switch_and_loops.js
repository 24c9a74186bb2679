// try inside switch and every kind of loop, left in every way.
const print = vmImport(1);

function f(n) {
  let s = '';
  do {
    switch (n) {
      case 1:
        try {
          break;
        } finally {
          s += 'break ';
        }
      case 2:
        try {
          return s + 'return';
        } finally {
          s += 'never seen';
        }
      case 3:
        try {
          throw 'throw';
        } catch (e) {
          s += e + ' ';
          n = 1;
          continue;
        } finally {
          s += 'finally ';
        }
      default:
        s += 'default ';
    }
    n++;
  } while (n < 3);
  return s + n;
}

function run() {
  print(f(0)); // expect: default break return
  print(f(1)); // expect: break return
  print(f(2)); // expect: return
  print(f(3)); // expect: throw finally break return
  print(f(4)); // expect: default 5
}

vmExport(1, run);
