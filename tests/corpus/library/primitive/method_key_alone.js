// A method whose key is an object is defined, and nothing else in the program has such a key.
const print = vmImport(1);
const key = { toString: () => 'a' };

vmExport(1, () => {
  class Made {
    [key]() {
      return 5;
    }
  }
  print(new Made().a()); // expect: 5
});
