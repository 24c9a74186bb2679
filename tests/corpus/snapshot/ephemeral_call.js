// Code that a snapshot holds may call what exists only before the snapshot: it is warned of, and throws if it is called.
// call: 1(false)
const print = vmImport(1);
vmExport(1, (debug) => {
  if (debug) console.log('debug');
  print('not called'); // expect: not called
});
