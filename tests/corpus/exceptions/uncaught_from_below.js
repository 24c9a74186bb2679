// Through several frames, a closure and a rethrow, it is the same exception.
// expect-uncaught: ReferenceError
const print = vmImport(1);

function inner() {
  missing;
}

function middle(f) {
  try {
    f();
  } catch (e) {
    print(e.name); // expect: ReferenceError
    throw e;
  }
}

function run() {
  middle(() => inner());
}

vmExport(1, run);
