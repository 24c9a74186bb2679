// Array.prototype.sort and toSorted: as strings, by a comparator, stable, undefined and holes last.
import { kind } from '../../shared/kind.mjs';
import { show } from '../../shared/show.mjs';

const print = vmImport(1);

vmExport(1, () => {
  print(show([3, 1, 10, 2].sort())); // expect: [1,10,2,3]
  print(show([3, 1, 10, 2].sort((a, b) => a - b))); // expect: [1,2,3,10]
  print(show(['b', undefined, 'a', , 'c'].sort())); // expect: ['a','b','c',undefined,_]
  print(show([3, undefined, 1].sort((a, b) => b - a))); // expect: [3,1,undefined]
  print(show([true, false, null, 'x', 5, -1].sort())); // expect: [-1,5,false,null,true,'x']
  print(show([].sort())); // expect: []
  print(show([1].sort())); // expect: [1]
  const list = [2, 1];
  print(list.sort() === list); // expect: true
  let pairs = [];
  for (let i = 0; i < 20; i++) pairs[i] = { key: i % 3, index: i };
  let text = '';
  pairs.sort((a, b) => a.key - b.key).forEach((it) => { text += `${it.key}${it.index} `; });
  print(text + '.'); // expect: 00 03 06 09 012 015 018 11 14 17 110 113 116 119 22 25 28 211 214 217 .
  let many = [];
  let x = 7;
  for (let i = 0; i < 100; i++) many[i] = x = (x * 75 + 74) % 65537;
  many.sort((a, b) => a - b);
  print(many.every((value, i) => i === 0 || many[i - 1] <= value)); // expect: true
  print(show([3, 1, 2].sort(() => 0))); // expect: [3,1,2]
  print(show([3, 1, 2].sort(() => NaN))); // expect: [3,1,2]
  print(show([3, 1, 2].sort((a, b) => a > b))); // expect: [3,1,2]
  print(show([2, 3, 1].toSorted())); // expect: [1,2,3]
  print(show([2, , 1].toSorted())); // expect: [1,2,undefined]
  print(show([2, undefined, , 1].toSorted((a, b) => b - a))); // expect: [2,1,undefined,undefined]
  print(show(list)); // expect: [1,2]
  print(kind(() => [1].sort(null))); // expect: TypeError
  print(kind(() => [].toSorted({}))); // expect: TypeError
  print(kind(() => [2, 1].sort(() => { throw new TypeError('x'); }))); // expect: TypeError
});
