// What a reviver closes or freezes stays as it is: what JSON.parse can't define or delete there, it leaves.
const print = vmImport(1);

// Does something to what holds the first key; and gives other values to some.
const changing = (first, change, results) => function (key, value) {
  if (key === first) change(this);
  return key in results ? results[key] : value;
};
const list = (change, results) => JSON.parse('[1,2,3]', changing('0', change, results)).join();
const object = (change, results) => {
  const it = JSON.parse('{"a":1,"b":2,"c":3}', changing('a', change, results));
  return Object.keys(it).map((key) => key + it[key]).join();
};
const remove = (it) => {
  delete it.b;
  Object.preventExtensions(it);
};
const cut = (it) => {
  it.length = 1;
  Object.defineProperty(it, 'length', { writable: false });
};

vmExport(1, () => {
  print(list(Object.freeze, { 1: 22 })); // expect: 1,2,3
  print(list(Object.freeze, { 1: undefined })); // expect: 1,2,3
  print(list(Object.seal, { 1: 22, 2: undefined })); // expect: 1,2,3
  print(list(Object.preventExtensions, { 1: 22, 2: undefined })); // expect: 1,22,
  print(list(cut, { 1: 22 })); // expect: 1
  print(object(Object.freeze, { b: 22, c: undefined })); // expect: a1,b2,c3
  print(object(Object.seal, { b: 22, c: undefined })); // expect: a1,b2,c3
  print(object(Object.preventExtensions, { b: 22, c: undefined })); // expect: a1,b22
  print(object(remove, { b: 22, c: 33 })); // expect: a1,c33
});
