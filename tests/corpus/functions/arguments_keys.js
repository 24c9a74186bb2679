// Computed keys of an arguments object: it inherits from Object.prototype, not from Array.prototype.
const print = vmImport(1);
function key(k) {
  return arguments[k];
}
vmExport(1, () => {
  print(key(0)); // expect: 0
  print(key('length', 2)); // expect: 2
  print(key('map') === undefined); // expect: true
  print(key('toString') === Object.prototype.toString); // expect: true
  try {
    key('callee');
  } catch (error) {
    print(error.name); // expect: TypeError
  }
});
