// The callee is found first, then the arguments from left to right, then the call is made.
const print = vmImport(1);

let log = '';

function note(x) {
  log += x;
  return x;
}

function take(a, b, c) {
  note('!');
  return a + b + c;
}

function run() {
  log = '';
  take(note('a'), note('b'), note('c'));
  print(log); // expect: abc!

  log = '';
  const o = { m(a, b) { return note('m'); } };
  (note('1'), o)[(note('2'), 'm')](note('3'), note('4'));
  print(log); // expect: 1234m

  // The callee's value is taken before arguments can change it.
  let f = () => 'first';
  print(f((f = () => 'second'))); // expect: first
  const p = { g: () => 'old' };
  print(p.g((p.g = () => 'new'))); // expect: old

  // Arguments are values: later changes of the variable aren't seen.
  let n = 1;
  print(take('' + n, '' + ++n, '' + n++)); // expect: 122
  const args = [n, n++, n, n--, n];
  print('' + args[0] + args[1] + args[2] + args[3] + args[4]); // expect: 33443
}

vmExport(1, run);
