// The returned value is computed before finally runs; changing the variable later doesn't change it.
const print = vmImport(1);

function number() {
  let n = 1;
  try {
    return n;
  } finally {
    n = 2;
  }
}

function object() {
  const o = { n: 1 };
  try {
    return o;
  } finally {
    o.n = 2;
  }
}

function viaCall(log) {
  try {
    return log.push('computed');
  } finally {
    log.push('finally');
  }
}

function thrown() {
  let x = 'first';
  try {
    throw x;
  } finally {
    x = 'second';
  }
}

function nested() {
  let n = 0;
  try {
    try {
      return n++;
    } finally {
      n += 10;
    }
  } finally {
    seen = n;
  }
}
let seen;

function run() {
  print(number()); // expect: 1
  print(object().n); // expect: 2
  const log = [];
  print(viaCall(log)); // expect: 1
  print(log[0] + ' ' + log[1]); // expect: computed finally
  try {
    thrown();
  } catch (e) {
    print(e); // expect: first
  }
  print(nested()); // expect: 0
  print(seen); // expect: 11
}

vmExport(1, run);
