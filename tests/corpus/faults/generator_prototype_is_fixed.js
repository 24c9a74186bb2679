// The prototype of a generator object can't be changed.
// node: skip — there it can
const print = vmImport(1);

function* numbers() {
  yield 1;
}

vmExport(1, () => {
  const calls = numbers();
  try {
    Object.setPrototypeOf(calls, {});
  } catch (error) {
    print(error.name); // expect: TypeError
  }
  print(calls.next().value); // expect: 1
});
