// The cases of a switch share one scope: a declaration in a case that was jumped over stays uninitialized.
const print = vmImport(1);

function pick(n) {
  switch (n) {
    case 0:
      let x = 'zero';
      return x;
    case 1:
      x = 'one';
      return x;
    case 2:
      try {
        return x;
      } catch (e) {
        return 'read ' + e.name;
      }
    default:
      return typeof n;
  }
}

function run() {
  print(pick(0)); // expect: zero
  try {
    pick(1);
  } catch (e) {
    print(e.name); // expect: ReferenceError
  }
  print(pick(2)); // expect: read ReferenceError
  print(pick('?')); // expect: string
}

vmExport(1, run);
