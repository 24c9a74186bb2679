// `toSpliced` reads nothing if what it would make is too long for an array.
// call: 1
const print = vmImport(1);
function kind(length, ...items) {
  const list = {
    length,
    get 0() {
      throw new Error('read');
    },
  };
  try {
    Array.prototype.toSpliced.call(list, ...items);
  } catch (error) {
    return error.name;
  }
}
vmExport(1, () => {
  print(kind(2 ** 32, 0, 0)); // expect: RangeError
  print(kind(2 ** 32 - 1, 0, 0, 1)); // expect: RangeError
  print(kind(2 ** 53 - 1, 0, 0)); // expect: RangeError
  print(kind(2 ** 53 - 1, 0, 0, 1)); // expect: TypeError
  print(kind(1, 0, 0)); // expect: Error
  print([1, 2, 3].toSpliced(1, 1, 'a', 'b').join()); // expect: 1,a,b,3
  print([1, , 3].toSpliced(-1, 1).length); // expect: 2
});
