// Where there is nothing, nobody is asked where to begin.
const print = vmImport(1);
const start = {
  valueOf() {
    throw new Error('asked');
  },
};

vmExport(1, () => {
  print([].includes(1, start)); // expect: false
  print([].indexOf(1, start)); // expect: -1
  print([].lastIndexOf(1, start)); // expect: -1
  print(Array.prototype.includes.call({ length: -1 }, 1, start)); // expect: false
});
