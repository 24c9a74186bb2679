// The top level of a module has a dead zone too, for its functions called too early.
const print = vmImport(1);

function early() {
  try {
    return late;
  } catch (e) {
    return e.name;
  }
}
const before = early();
const late = 'initialized';
const after = early();

function run() {
  print(before); // expect: ReferenceError
  print(after); // expect: initialized
  print(early()); // expect: initialized
}

vmExport(1, run);
