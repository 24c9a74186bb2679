// Array.prototype.reduce and reduceRight: with and without an initial value, holes.
import { kind } from '../../shared/kind.mjs';
import { show } from '../../shared/show.mjs';

const print = vmImport(1);

vmExport(1, () => {
  print([1, 2, 3].reduce((a, b) => a + b)); // expect: 6
  print([1, 2, 3].reduce((a, b) => a + b, 10)); // expect: 16
  print(['a', 'b', 'c'].reduceRight((a, b) => a + b)); // expect: cba
  print([].reduce((a, b) => a + b, 'none')); // expect: none
  print([5].reduce(() => 'never')); // expect: 5
  print([, 5, ,].reduce(() => 'never')); // expect: 5
  print(show([1].reduce((a, b) => a, undefined))); // expect: undefined
  print([1, , 3].reduce((a, x, i) => a + i, '')); // expect: 02
  print([1, , 3].reduceRight((a, x, i) => a + i, '')); // expect: 20
  let seen = '';
  [4, 5, 6].reduce((a, x, i, list) => { seen += `${a}${x}${i}${list.length} `; return i; });
  print(seen + '.'); // expect: 4513 1623 .
  print(kind(() => [].reduce((a, b) => a))); // expect: TypeError
  print(kind(() => [, ,].reduceRight((a, b) => a))); // expect: TypeError
  print(kind(() => [1].reduce())); // expect: TypeError
});
