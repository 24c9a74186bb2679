// A fault of the engine that nothing catches has its name too.
// expect-uncaught: TypeError
const print = vmImport(1);

function run() {
  const o = {};
  print('before'); // expect: before
  o.method();
}

vmExport(1, run);
