// What the host passes is an index: the library is not in an image for the case that it is none, which throws.
// call: 1(1)
// call: 1(0)
// call: 2("name")
const print = vmImport(1);
const list = [1, 2];
vmExport(1, (index) => {
  list[index] = 'new';
  print(list[index]); // expect: new
  // expect: new
});
vmExport(2, (key) => {
  try {
    list[key] = 'new';
    print('done'); // expect: done
  } catch {
    print('done');
  }
});
