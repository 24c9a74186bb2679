// What the engine can't do is an Error, not a wrong result: an array has no properties by name.
// node: skip — there an array has them
const print = vmImport(1);

vmExport(1, () => {
  const list = [1];
  try {
    list.name = 'numbers';
  } catch (error) {
    print(error.name); // expect: Error
  }
  print(list[0]); // expect: 1
});
