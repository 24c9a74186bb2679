// What the engine can't do is an Error, not a wrong result: a generator object has no properties of its own.
// node: skip — there it has them
const print = vmImport(1);

function* numbers() {
  yield 1;
}

vmExport(1, () => {
  const calls = numbers();
  try {
    calls.name = 'numbers';
  } catch (error) {
    print(error.name); // expect: Error
  }
  print(calls.next().value); // expect: 1
});
