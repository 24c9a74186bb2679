// finally runs once, after the try or the catch, on every way out.
const print = vmImport(1);

let log;

function path(way) {
  log += '[';
  try {
    log += 't';
    if (way === 'throw') throw 0;
    if (way === 'return') return 'returned';
    log += 'e';
  } catch (e) {
    log += 'c';
    return 'caught';
  } finally {
    log += 'f';
  }
  log += ']';
  return 'end';
}

function withoutCatch(way) {
  try {
    if (way === 'throw') throw 'uncaught';
    if (way === 'return') return 'returned';
  } finally {
    log += 'f';
  }
  return 'end';
}

function run() {
  log = '';
  print(path('')); // expect: end
  print(path('throw')); // expect: caught
  print(path('return')); // expect: returned
  print(log); // expect: [tef][tcf[tf
  log = '';
  print(withoutCatch('')); // expect: end
  print(withoutCatch('return')); // expect: returned
  try {
    withoutCatch('throw');
  } catch (e) {
    print(e); // expect: uncaught
  }
  print(log); // expect: fff
}

vmExport(1, run);
