// A module has no `arguments`, and neither has an arrow function there.
const print = vmImport(1);
vmExport(1, () => {
  try {
    arguments;
  } catch (error) {
    print(error.name); // expect: ReferenceError
  }
  print(typeof arguments); // expect: undefined
});
