// finally sees the variables of the blocks around it, and closures made on the way out stay intact.
const print = vmImport(1);

function run() {
  const fs = [];
  for (let i = 0; i < 3; i++) {
    let state = 'start' + i;
    try {
      let local = i * 10;
      fs.push(() => state + ' ' + local);
      if (i === 1) continue;
      state = 'end' + i;
    } finally {
      state += 'f';
      const copy = state;
      fs.push(() => copy);
    }
  }
  print(fs[0]()); // expect: end0f 0
  print(fs[2]()); // expect: start1f 10
  print(fs[3]()); // expect: start1f
  print(fs[5]()); // expect: end2f

  const make = () => {
    let n = 0;
    try {
      return () => n;
    } finally {
      n = 5;
    }
  };
  print(make()()); // expect: 5
  const recursive = (n) => {
    try {
      if (n === 0) throw 'bottom';
      recursive(n - 1);
    } finally {
      unwound += n;
    }
  };
  let unwound = '';
  try {
    recursive(4);
  } catch (e) {
    print(e + unwound); // expect: bottom01234
  }
}

vmExport(1, run);
