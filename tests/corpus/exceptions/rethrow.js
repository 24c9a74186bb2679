// A caught exception thrown again, replaced, or kept for later.
const print = vmImport(1);

function run() {
  const log = [];
  const first = new Error('first');
  try {
    try {
      try {
        throw first;
      } catch (e) {
        log.push('inner');
        throw e;
      }
    } catch (e) {
      log.push('middle');
      if (e === first) throw new TypeError('second');
    }
  } catch (e) {
    log.push(e.message);
  }
  print(log[0] + ' ' + log[1] + ' ' + log[2]); // expect: inner middle second

  let kept;
  try {
    throw first;
  } catch (e) {
    kept = e;
  }
  try {
    throw kept;
  } catch (e) {
    print(e === first); // expect: true
  }

  // What the catch throws passes its own finally.
  let s = '';
  try {
    try {
      throw 'a';
    } catch (e) {
      throw e + 'b';
    } finally {
      s += 'finally ';
    }
  } catch (e) {
    s += e;
  }
  print(s); // expect: finally ab
}

vmExport(1, run);
