// When in an expression a fault comes, seen by what was computed before it.
const print = vmImport(1);

let log;

function note(x) {
  log += x;
  return x;
}

function attempt(f) {
  log = '';
  try {
    f();
    log += ' none';
  } catch (e) {
    log += ' ' + e.name;
  }
  return log;
}

function run() {
  let u;
  const c = 1;
  const o = {};
  // Plain assignment computes the value first, compound assignment reads first.
  print(attempt(() => { u.x = note('v'); })); // expect: v TypeError
  print(attempt(() => { u[note('k')] = note('v'); })); // expect: kv TypeError
  print(attempt(() => { u.x += note('v'); })); // expect:  TypeError
  print(attempt(() => { o.a.b = note('v'); })); // expect: v TypeError
  print(attempt(() => { c = note('v'); })); // expect: v TypeError
  print(attempt(() => { c += note('v'); })); // expect: v TypeError
  print(attempt(() => { missing = note('v'); })); // expect: v ReferenceError
  print(attempt(() => { missing += note('v'); })); // expect:  ReferenceError
  print(attempt(() => { late = note('v'); let late; })); // expect: v ReferenceError
  print(attempt(() => u[note('k')])); // expect: k TypeError
  print(attempt(() => o.f(note('a'), note('b')))); // expect: ab TypeError
  print(attempt(() => u.f(note('a')))); // expect:  TypeError
  print(attempt(() => new u(note('a')))); // expect: a TypeError
  print(attempt(() => note('l') in note('r'))); // expect: lr TypeError
  print(attempt(() => note('l') instanceof note('r'))); // expect: lr TypeError
  print(attempt(() => note('l') + missing + note('r'))); // expect: l ReferenceError
}

vmExport(1, run);
