// Array.prototype.flat reads the length before it converts the depth.
const print = vmImport(1);

vmExport(1, () => {
  const list = {
    get length() {
      print('length'); // expect: length
      return 1;
    },
    0: ['a', ['b']],
  };
  const depth = {
    valueOf() {
      print('depth'); // expect: depth
      return 1;
    },
  };
  print(Array.prototype.flat.call(list, depth).join()); // expect: a,b
  print([['a', [['b']]]].flat('2.5').length); // expect: 2
});
