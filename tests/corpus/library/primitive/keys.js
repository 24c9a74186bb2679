// Objects as keys: their string is the key.
const print = vmImport(1);

vmExport(1, () => {
  const key = { toString() { return 'name'; } };
  const o = { name: 'found', '1,2': 'list' };
  print(o[key]); // expect: found
  print(o[[1, 2]]); // expect: list
  print(key in o); // expect: true
  print([1, 2] in o); // expect: true
  print(delete o[key]); // expect: true
  print(key in o); // expect: false
});
