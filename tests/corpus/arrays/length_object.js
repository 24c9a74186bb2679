// An object that is assigned to the length of an array is converted twice, and must be a length (ECMAScript 10.4.2.4).
const print = vmImport(1);
let count = 0;
const two = {
  valueOf() {
    count++;
    return 2;
  },
};
const name = (body) => {
  try {
    return body();
  } catch (error) {
    return error.name || error;
  }
};
vmExport(1, () => {
  const list = [1, 2, 3];
  print((list.length = two) === two); // expect: true
  print(`${list.join()} ${list.length} ${count}`); // expect: 1,2 2 2
  print(name(() => (list.length = { valueOf: () => -1 }))); // expect: RangeError
  print(name(() => (list.length = { valueOf: () => 1.5 }))); // expect: RangeError
  print(name(() => (list.length = {}))); // expect: RangeError
  print(name(() => (list.length = { valueOf() { throw 'thrown'; } }))); // expect: thrown
  print(list.length); // expect: 2
  list.length = ['1'];
  print(list.join()); // expect: 1
  const plain = { length: 0 };
  plain.length = two;
  print(plain.length === two && count); // expect: 2
});
