// An array has a greatest length, which is less than ECMAScript's.
// node: skip — there it may be as long
const print = vmImport(1);

vmExport(1, () => {
  const list = [1];
  try {
    list.length = 0x8000000;
  } catch (error) {
    print(error.name); // expect: RangeError
  }
  print(list.length); // expect: 1
});
