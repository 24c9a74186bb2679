// Control leaves at the throw and goes on after the catch.
const print = vmImport(1);

function run() {
  let s = '';
  try {
    s += 'a';
    throw 'b';
    s += 'never';
  } catch (e) {
    s += e;
  }
  s += 'c';
  print(s); // expect: abc
  try {
    s = 'no throw';
  } catch (e) {
    s = 'never';
  }
  print(s); // expect: no throw
  try {
    try {
      throw 1;
    } catch (e) {
      throw e + 1;
    }
  } catch (e) {
    print(e); // expect: 2
  }

  // The inner handler doesn't see what is thrown after it.
  let caught = '';
  for (let i = 0; i < 4; i++) {
    try {
      try {
        if (i === 1) throw 'inner';
      } catch (e) {
        caught += e + i + ' ';
      }
      if (i === 2) throw 'outer';
    } catch (e) {
      caught += e + i + ' ';
    }
  }
  print(caught + '.'); // expect: inner1 outer2 .
}

vmExport(1, run);
