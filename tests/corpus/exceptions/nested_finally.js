// Leaving several try blocks at once runs each finally, from the inside out.
const print = vmImport(1);

function run() {
  let s = '';
  const ret = () => {
    try {
      try {
        try {
          return 'r';
        } finally {
          s += '1';
        }
      } finally {
        s += '2';
      }
    } finally {
      s += '3';
    }
  };
  print(ret() + s); // expect: r123

  s = '';
  outer: for (let i = 0; i < 3; i++) {
    try {
      for (let j = 0; j < 3; j++) {
        try {
          if (i === 1) break outer;
          if (j === 1) continue outer;
          s += i + '' + j;
        } finally {
          s += 'a';
        }
      }
    } finally {
      s += 'b';
    }
  }
  print(s); // expect: 00aabab

  // A finally inside a finally, with an exception on its way.
  s = '';
  try {
    try {
      throw 'outer';
    } finally {
      try {
        throw 'inner';
      } catch (e) {
        s += e + ' ';
      } finally {
        s += 'f1 ';
      }
      s += 'f2 ';
    }
  } catch (e) {
    s += e;
  }
  print(s); // expect: inner f1 f2 outer

  // An exception in finally replaces the other and runs the outer finally.
  s = '';
  const replace = () => {
    try {
      try {
        throw 'first';
      } finally {
        s += 'x';
        throw 'second';
      }
    } finally {
      s += 'y';
    }
  };
  try {
    replace();
  } catch (e) {
    print(s + e); // expect: xysecond
  }
}

vmExport(1, run);
