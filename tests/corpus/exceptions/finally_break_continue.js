// break and continue out of try run finally; in finally they drop what was on its way.
const print = vmImport(1);

function run() {
  let s = '';
  for (let i = 0; i < 4; i++) {
    try {
      if (i === 1) continue;
      if (i === 3) break;
      s += i;
    } finally {
      s += 'f';
    }
    s += '|';
  }
  print(s); // expect: 0f|f2f|f

  const dropReturn = () => {
    for (;;) {
      try {
        return 'lost';
      } finally {
        break;
      }
    }
    return 'went on';
  };
  print(dropReturn()); // expect: went on

  const dropThrow = () => {
    let n = 0;
    while (n < 3) {
      try {
        throw 'lost';
      } finally {
        n++;
        continue;
      }
    }
    return n;
  };
  print(dropThrow()); // expect: 3

  const dropByLabel = () => {
    done: {
      try {
        throw 'lost';
      } finally {
        break done;
      }
    }
    return 'done';
  };
  print(dropByLabel()); // expect: done

  // A loop within finally keeps its own break and continue apart from what is on its way.
  const inner = () => {
    let n = 0;
    try {
      return 'kept' + n;
    } finally {
      for (let i = 0; i < 5; i++) {
        if (i === 1) continue;
        if (i === 3) break;
        n++;
      }
    }
  };
  print(inner()); // expect: kept0
}

vmExport(1, run);
