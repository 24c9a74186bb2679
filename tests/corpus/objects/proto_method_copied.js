// A property named __proto__ that is copied by assignment sets the prototype, though nothing else names it.
const print = vmImport(1);
const source = { __proto__() {}, a: 1 };
const parsed = JSON.parse('{"__proto__": {"x": 1}, "a": 2}');

vmExport(1, () => {
  const copy = Object.assign({}, source);
  print(Object.keys(copy).join()); // expect: a
  print(typeof Object.getPrototypeOf(copy)); // expect: function
  const other = {};
  for (const key in source) other[key] = source[key];
  print(Object.keys(other).join()); // expect: a
});

vmExport(2, () => {
  const copy = Object.assign({}, parsed);
  print(Object.keys(copy).join()); // expect: a
  print(copy.x); // expect: 1
});
// call: 1
// call: 2
