// String.prototype.split by strings: limits, empty pieces, between all units.
import { show } from '../../shared/show.mjs';

const print = vmImport(1);

vmExport(1, () => {
  print(show('a,b,c'.split(','))); // expect: ['a','b','c']
  print(show('a,b,c'.split(',', 2))); // expect: ['a','b']
  print(show('a,b,c'.split(',', 0))); // expect: []
  print(show('a,b,c'.split())); // expect: ['a,b,c']
  print(show('abc'.split(''))); // expect: ['a','b','c']
  print(show('abc'.split('', 2))); // expect: ['a','b']
  print(show(''.split(''))); // expect: []
  print(show(''.split(','))); // expect: ['']
  print(show(',a,,b,'.split(','))); // expect: ['','a','','b','']
  print(show('aXXbXXc'.split('XX'))); // expect: ['a','b','c']
  print(show('abc'.split('abc'))); // expect: ['','']
  print(show('abc'.split('x'))); // expect: ['abc']
  print(show('a1b1c'.split(1))); // expect: ['a','b','c']
  print(show('anullb'.split(null))); // expect: ['a','b']
  print(show('a,b'.split(',', undefined))); // expect: ['a','b']
  print(show('a,b,c'.split(',', -1))); // expect: ['a','b','c']
  print(show('a,b,c'.split(undefined, 0))); // expect: []
  print('😀'.split('').length); // expect: 2
});
