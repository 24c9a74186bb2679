// What a call doesn't catch ends it, after its finally blocks.
// call: 1
// call: 2
// expect-uncaught: RangeError
const print = vmImport(1);
let state = 'before';

vmExport(1, () => {
  print(state); // expect: before
  state = 'after';
});
vmExport(2, () => {
  print(state); // expect: after
  try {
    throw new RangeError('too much');
  } finally {
    print('finally'); // expect: finally
  }
  print('never');
});
