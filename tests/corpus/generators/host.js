// A host sees a generator as an object without properties.
// device: skip — prints objects.
const print = vmImport(1);

function* count() {
  yield 1;
}

const waiting = count();
waiting.next();

vmExport(1, () => {
  print(waiting); // expect: {}
  print([count()]); // expect: [{}]
});
