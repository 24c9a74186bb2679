// A thrown string is reported as it is.
// expect-uncaught: just text
function run() {
  throw 'just text';
}

vmExport(1, run);
