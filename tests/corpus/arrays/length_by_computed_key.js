// An object that is assigned to a computed key is converted where that is the length of an array.
// call: 1
// call: 2
// call: 3
const print = vmImport(1);
const two = { valueOf: () => 2 };
const keys = { first: 'length', second: { toString: () => 'length' } };
function set(object, key, value) {
  object[key] = value;
}

vmExport(1, () => {
  const list = [1, 2, 3];
  list[keys.first] = two;
  print(list.length); // expect: 2
  keys.first = 'other';
});
vmExport(2, () => {
  const list = [1, 2, 3];
  list[keys.second] = two;
  print(list.length); // expect: 2
});
vmExport(3, () => {
  const list = [1, 2, 3];
  set(list, 'length', two);
  print(list.length); // expect: 2
  set(list, 0, 5);
  print(list.join()); // expect: 5,2
});
