// catch {} takes any exception, and has a scope of its own.
const print = vmImport(1);

function run() {
  let s = '';
  try {
    throw 1;
  } catch {
    s += 'caught';
  }
  try {
    undefined.x;
  } catch {
    let s = 'inner';
    s += '!';
  } finally {
    s += ' finally';
  }
  print(s); // expect: caught finally
}

vmExport(1, run);
