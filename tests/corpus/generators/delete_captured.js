// Own properties of a generator that was made before the snapshot, and that nothing resumes.
// call: 1
// call: 2
const print = vmImport(1);
function* count() {
  yield 1;
}
const generator = count();
generator.first = 3;
generator.second = 4;

vmExport(1, () => {
  print(delete generator.first); // expect: true
  print('first' in generator); // expect: false
  print(delete generator.none); // expect: true
});
vmExport(2, () => {
  print(generator.second); // expect: 4
  generator.second = 5;
  print(delete generator.second); // expect: true
  print(`${generator.second}`); // expect: undefined
});
