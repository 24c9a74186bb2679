// A thrown number is reported as its text.
// expect-uncaught: 8192.5
function run() {
  throw 8192 + 0.5;
}

vmExport(1, run);
