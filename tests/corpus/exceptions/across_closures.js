// Exceptions pass through closures, methods and constructors.
const print = vmImport(1);

class Door {
  constructor(fail) {
    this.open = true;
    if (fail) throw 'constructor';
  }
  slam() {
    this.open = false;
    throw { who: this };
  }
}

function attempt(f) {
  try {
    return f();
  } catch (e) {
    return e;
  }
}

function run() {
  print(attempt(() => 'value')); // expect: value
  print(attempt(() => { throw 'thrown'; })); // expect: thrown
  print(attempt(() => new Door(true))); // expect: constructor
  const d = new Door(false);
  print(attempt(() => d.slam()).who === d); // expect: true
  print(d.open); // expect: false
  print(attempt(() => attempt(() => { throw 'inner'; }) + ' then outer')); // expect: inner then outer

  let n = 0;
  const risky = (limit) => {
    if (++n > limit) throw n;
    return risky(limit);
  };
  print(attempt(() => risky(5))); // expect: 6
  const make = (x) => () => { throw x + n; };
  const stored = [make('a'), make('b')];
  n = 1;
  print(attempt(stored[1])); // expect: b1
}

vmExport(1, run);
