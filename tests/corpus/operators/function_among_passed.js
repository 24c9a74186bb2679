// A function that a program puts among what its host passes is converted like any other.
// call: 1(null)
// call: 2(4)
const print = vmImport(1);

class Named {}
vmExport(1, (passed) => {
  print(String(Math.min(0, Named, passed))); // expect: NaN
});
vmExport(2, (passed) => {
  const values = [passed];
  values.push(() => passed);
  print(values.map((it) => String(it * 2)).join()); // expect: 8,NaN
});
