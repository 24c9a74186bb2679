// String.raw, called as a function; trimLeft and trimRight are trimStart and trimEnd.
const print = vmImport(1);

vmExport(1, () => {
  print(String.raw({ raw: ['a', 'b', 'c'] }, 1, 2, 3)); // expect: a1b2c
  print(String.raw({ raw: 'xyz' }, '-')); // expect: x-yz
  print(String.raw({ raw: [] }, 1) === ''); // expect: true
  print('[' + ' a '.trimLeft() + '][' + ' a '.trimRight() + ']'); // expect: [a ][ a]
  print(''.trimLeft === ''.trimStart && ''.trimRight === ''.trimEnd); // expect: true
});
