// Bound functions that nothing constructs.
const print = vmImport(1);

function sum(a, b) {
  return `${new.target} ${this} ${a + b}`;
}
const early = sum.bind('early', 1);

vmExport(1, () => {
  print(early(2)); // expect: undefined early 3
  print(sum.bind('late')(3, 4)); // expect: undefined late 7
  print(early.call('other', 5)); // expect: undefined early 6
});
