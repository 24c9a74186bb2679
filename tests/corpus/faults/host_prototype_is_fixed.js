// The prototype of a function of the host can't be changed.
// node: skip — there it can
const print = vmImport(1);

vmExport(1, () => {
  try {
    Object.setPrototypeOf(print, {});
  } catch (error) {
    print(error.name); // expect: TypeError
  }
  print(Object.getPrototypeOf(print) === Function.prototype); // expect: true
});
