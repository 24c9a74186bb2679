// Endless recursion is a RangeError the script can catch, after which everything works as before.
const print = vmImport(1);

let depth = 0;

function down() {
  depth++;
  down();
}

function downWithValues(n) {
  const o = { n };
  return downWithValues(n + 1) + o.n;
}

class Endless {
  constructor() {
    this.next = new Endless();
  }
}

function kind(f) {
  try {
    f();
    return 'none';
  } catch (e) {
    return e instanceof RangeError ? 'RangeError' : 'other';
  }
}

function ping() {
  return pong();
}

function pong() {
  return ping();
}

function run() {
  print(kind(down)); // expect: RangeError
  print(depth > 10); // expect: true
  const first = depth;
  depth = 0;
  print(kind(down)); // expect: RangeError
  print(depth > first / 2); // expect: true
  print(kind(() => downWithValues(0))); // expect: RangeError
  print(kind(() => new Endless())); // expect: RangeError
  print(kind(ping)); // expect: RangeError

  // finally runs while the stack unwinds.
  let unwound = 0;
  const guarded = () => {
    try {
      guarded();
    } finally {
      unwound++;
    }
  };
  print(kind(guarded)); // expect: RangeError
  print(unwound > 5); // expect: true
}

vmExport(1, run);
