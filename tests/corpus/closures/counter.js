// Each call makes variables of its own; closures over the same call share them.
const print = vmImport(1);

function makeCounter(start) {
  let n = start;
  return {
    next() {
      return n++;
    },
    reset() {
      n = start;
    },
    peek: () => n,
  };
}
const built = makeCounter(100);

function run() {
  const a = makeCounter(0);
  const b = makeCounter(10);
  a.next();
  a.next();
  b.next();
  print(a.peek()); // expect: 2
  print(b.peek()); // expect: 11
  a.reset();
  print(a.next()); // expect: 0
  print(built.next()); // expect: 100
  print(built.next()); // expect: 101
  built.reset();
  print(built.peek()); // expect: 100
}

vmExport(1, run);
