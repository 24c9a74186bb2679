// What a host function returns can be awaited, whatever it is.
// call: 1
const print = vmImport(1);

vmExport(1, () => {
  (async () => {
    print(typeof (await print('awaited')));
  })();
  print('before');
  // expect: awaited
  // expect: before
  // expect: undefined
});
