// A captured block variable inside a captured function scope: the two are different environments.
const print = vmImport(1);

function run() {
  let outer = 1;
  const fs = [];
  for (let i = 0; i < 2; i++) {
    let middle = i * 10;
    {
      let inner = i * 100;
      fs.push(() => {
        outer++;
        middle++;
        inner++;
        return outer + ' ' + middle + ' ' + inner + ' ' + i;
      });
    }
    middle += 5;
  }
  print(fs[0]()); // expect: 2 6 1 0
  print(fs[1]()); // expect: 3 16 101 1
  print(fs[0]()); // expect: 4 7 2 0
  print(outer); // expect: 4

  // Leaving blocks by break and continue leaves their environments.
  let kept;
  out: for (let i = 0; i < 3; i++) {
    let a = i;
    for (let j = 0; j < 3; j++) {
      let b = j;
      const f = () => a + ',' + b + ',' + outer;
      if (j === 1 && i === 0) continue out;
      if (i === 2) {
        kept = f;
        break out;
      }
    }
  }
  outer = 'end';
  print(kept()); // expect: 2,0,end
}

vmExport(1, run);
