// Async functions see what is added, while the program runs, to the object that they inherit from.
// call: 1
// call: 2
const print = vmImport(1);
async function kept() {}
let made;
vmExport(1, () => {
  made = async (a, b) => a + b;
  print('twice' in made); // expect: false
  Object.getPrototypeOf(kept).twice = function () {
    return this.length * 2;
  };
  print(made.twice()); // expect: 4
  print(kept.twice()); // expect: 0
  print((async (a) => a).twice()); // expect: 2
});
vmExport(2, () => {
  function Like() {}
  Like.prototype = Object.getPrototypeOf(kept);
  print(made instanceof Like); // expect: true
  print(kept instanceof Like); // expect: true
  print((() => {}) instanceof Like); // expect: false
});
