// Functions called where they stand.
const print = vmImport(1);

function run() {
  print((function () { return 'a'; })()); // expect: a
  print((function () { return 'b'; }())); // expect: b
  print((() => 'c')()); // expect: c
  print(!function () { return true; }()); // expect: false
  print(void function () {}() === undefined); // expect: true
  const counter = (() => {
    let n = 0;
    return { next() { return ++n; } };
  })();
  counter.next();
  print(counter.next()); // expect: 2
  print(new (function () { this.x = 4; })().x); // expect: 4
}

vmExport(1, run);
