// What the engine can't do is an Error, not a wrong result: a function can't inherit from nothing.
// node: skip — there it can
const print = vmImport(1);

vmExport(1, () => {
  const f = () => 1;
  try {
    Object.setPrototypeOf(f, null);
  } catch (error) {
    print(error.name); // expect: Error
  }
  print(Object.getPrototypeOf(f) === Function.prototype); // expect: true
});
