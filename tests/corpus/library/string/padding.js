// Texts that fill others up (ECMAScript 22.1.3.17.2), and ones that are repeated (22.1.3.18).
const print = vmImport(1);

vmExport(1, () => {
  print('abc'.padStart(10, '12345')); // expect: 1234512abc
  print('abc'.padEnd(11, 'xy')); // expect: abcxyxyxyxy
  print('abc'.padStart(4, 'longer')); // expect: labc
  print('abc'.padStart(9, '123')); // expect: 123123abc
  print('abc'.padStart(5, '')); // expect: abc
  print('7'.padStart(2000, 'ab').length); // expect: 2000
  print('ab'.repeat(0) + 'ab'.repeat(1) + 'ab'.repeat(5)); // expect: abababababab
  print(''.repeat(2 ** 40).length); // expect: 0
  for (const count of [-1, Infinity, 2 ** 40]) {
    try {
      print('x'.repeat(count)); // expect: RangeError
    } catch (error) { // expect: RangeError
      print(error.name); // expect: RangeError
    }
  }
});
// call: 1
