// A let without initializer becomes undefined each time its declaration runs.
const print = vmImport(1);

function run() {
  let a;
  print(a === undefined); // expect: true
  let b, c = 2, d;
  print(b === undefined && c === 2 && d === undefined); // expect: true
  for (let i = 0; i < 3; i++) {
    let fresh;
    print(fresh === undefined);
    fresh = i;
  }
  // expect: true
  // expect: true
  // expect: true
  for (let i = 0; i < 2; i++) {
    var kept;
    print(kept === undefined);
    kept = i;
  }
  // expect: true
  // expect: false
}

vmExport(1, run);
