// The prototype of an array can't be changed.
// node: skip — there it can
const print = vmImport(1);

vmExport(1, () => {
  const list = [1];
  try {
    Object.setPrototypeOf(list, {});
  } catch (error) {
    print(error.name); // expect: TypeError
  }
  print(list.length); // expect: 1
});
