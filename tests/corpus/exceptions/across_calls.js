// An exception unwinds frames, half-computed expressions and arguments.
const print = vmImport(1);

function thrower(x) {
  throw x;
}

function through(n, x) {
  if (n === 0) thrower(x);
  return 1 + through(n - 1, x);
}

function add(a, b, c) {
  return a + b + c;
}

function run() {
  try {
    through(20, 'from below');
  } catch (e) {
    print(e); // expect: from below
  }

  // Nothing stays behind on the stack, however often.
  let count = 0;
  for (let i = 0; i < 300; i++) {
    try {
      add(i, add(1, 2, [i, i, thrower(i)]), 3);
    } catch (e) {
      if (e === i) count++;
    }
  }
  print(count); // expect: 300

  // Locals of the catching frame are as they were.
  let a = 1, b = 'b', c = [1, 2];
  try {
    a = 2;
    a = add(thrower('x'), a = 3, 4);
  } catch (e) {
    print(a + b + c.length + e); // expect: 2b2x
  }
  const o = { f: 1 };
  try {
    o.f = thrower('y');
  } catch (e) {
    print(o.f + e); // expect: 1y
  }
}

vmExport(1, run);
