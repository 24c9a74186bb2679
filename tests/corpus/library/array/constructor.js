// Array.isArray, Array.from and Array as a function.
import { kind } from '../../shared/kind.mjs';
import { show } from '../../shared/show.mjs';

const print = vmImport(1);

vmExport(1, () => {
  print(Array.isArray([])); // expect: true
  print(Array.isArray({ length: 0 })); // expect: false
  print(Array.isArray('')); // expect: false
  print(Array.isArray()); // expect: false
  print(show(Array.from([1, , 3]))); // expect: [1,undefined,3]
  print(show(Array.from('abc'))); // expect: ['a','b','c']
  print(show(Array.from({ length: 3 }))); // expect: [undefined,undefined,undefined]
  print(show(Array.from({ length: 2, 0: 'x', 1: 'y' }))); // expect: ['x','y']
  print(show(Array.from({ length: 3 }, (x, i) => i * i))); // expect: [0,1,4]
  print(show(Array.from([1, 2], function (x) { return x + this.n; }, { n: 5 }))); // expect: [6,7]
  print(show(Array.from(5))); // expect: []
  print(show(Array.from({ length: '2' }))); // expect: [undefined,undefined]
  print(kind(() => Array.from(null))); // expect: TypeError
  print(kind(() => Array.from([], 5))); // expect: TypeError
  print(show(Array(3))); // expect: [_,_,_]
  print(show(new Array(2).fill(0))); // expect: [0,0]
  print(show(Array('3'))); // expect: ['3']
  print(new Array(2) instanceof Array); // expect: true
  print(kind(() => new Array(-1))); // expect: RangeError
  print(kind(() => new Array(1.5))); // expect: RangeError
  print([].constructor === Array); // expect: true
});
