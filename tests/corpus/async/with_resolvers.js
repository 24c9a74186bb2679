// A promise with its functions; only their first call counts.
// node: skip — since version 22
const print = vmImport(1);

class Other extends Promise {}

vmExport(1, () => {
  const { promise, resolve, reject } = Promise.withResolvers();
  resolve(Promise.resolve('resolved'));
  reject('ignored');
  promise.then(print);
  print(Other.withResolvers().promise instanceof Other);
  // expect: true
  // expect: resolved
});
