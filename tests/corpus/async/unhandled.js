// A rejection that nobody has asked for when the jobs are done is like an uncaught exception.
// call: 1
// call: 2
// call: 3
// expect-uncaught: RangeError
const print = vmImport(1);

vmExport(1, () => {
  const promise = Promise.reject(1);
  Promise.resolve().then(() => promise.catch(print));
  // expect: 1
});

vmExport(2, () => {
  const late = async () => {
    throw 2;
  };
  const promise = late();
  promise.then(() => print('no')).catch((reason) => print(reason));
  // expect: 2
});

vmExport(3, async () => {
  await undefined;
  print('before'); // expect: before
  throw new RangeError('lost');
});
