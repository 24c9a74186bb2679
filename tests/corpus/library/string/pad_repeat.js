// String.prototype.padStart, padEnd and repeat.
import { kind } from '../../shared/kind.mjs';
import { show } from '../../shared/show.mjs';

const print = vmImport(1);

vmExport(1, () => {
  print('5'.padStart(3, '0')); // expect: 005
  print('5'.padEnd(3, '0')); // expect: 500
  print('abc'.padStart(8, '12')); // expect: 12121abc
  print('abc'.padEnd(8, '12')); // expect: abc12121
  print(show('abc'.padStart(5))); // expect: '  abc'
  print('abc'.padStart(2)); // expect: abc
  print('abc'.padEnd(5, '')); // expect: abc
  print('abc'.padEnd(5, undefined).length); // expect: 5
  print('ab'.repeat(3)); // expect: ababab
  print(show('ab'.repeat(0))); // expect: ''
  print('ab'.repeat(1.9)); // expect: ab
  print('x'.repeat(13)); // expect: xxxxxxxxxxxxx
  print(show(''.repeat(1000000))); // expect: ''
  print(kind(() => 'x'.repeat(-1))); // expect: RangeError
  print(kind(() => 'x'.repeat(Infinity))); // expect: RangeError
  print('é😀'.repeat(2)); // expect: é😀é😀
});
