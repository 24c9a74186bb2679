// Parameters, `this`, catch bindings and function names are captured like any variable.
const print = vmImport(1);

function parameter(p) {
  const get = () => p;
  p = p + 1;
  return get;
}

function unusedFirst(a, b, c) {
  return () => c;
}

function caught(value) {
  try {
    throw value;
  } catch (e) {
    const get = () => e;
    e = e + '!';
    return get;
  }
}

function Keeper(value) {
  this.value = value;
  this.get = () => this.value;
}

function run() {
  print(parameter(1)()); // expect: 2
  print(unusedFirst(1, 2, 3)()); // expect: 3
  print(caught('thrown')()); // expect: thrown!
  const k = new Keeper(5);
  const get = k.get;
  k.value = 6;
  print(get()); // expect: 6
  const named = (function self(n) {
    return () => (n === 0 ? 'end' : self(n - 1)());
  })(4);
  print(named()); // expect: end

  // The same parameter of two calls is two variables.
  const p = parameter(10);
  const q = parameter(20);
  print(p() + q()); // expect: 32
}

vmExport(1, run);
