// Something else that is named `Array` changes nothing of what array methods make.
// node: skip — it replaces a global name for all scripts
const print = vmImport(1);

globalThis.Array = function () {
  return 5;
};

vmExport(1, () => {
  print(Array()); // expect: 5
  print([1, 2].map((x) => x + 1).join()); // expect: 2,3
  print([].constructor === Array); // expect: false
});
