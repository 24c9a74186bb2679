// Array.prototype.every and some: arguments of the callback, holes, when they stop.
import { kind } from '../../shared/kind.mjs';

const print = vmImport(1);

vmExport(1, () => {
  print([1, 2, 3].every((x) => x > 0)); // expect: true
  print([1, -2, 3].every((x) => x > 0)); // expect: false
  print([].every(() => false)); // expect: true
  print([1, -2, 3].some((x) => x < 0)); // expect: true
  print([1, 2, 3].some((x) => x < 0)); // expect: false
  print([].some(() => true)); // expect: false
  let seen = '';
  [1, , 3, 4].every((x, i, list) => {
    seen += `${x}@${i}/${list.length} `;
    return x < 3;
  });
  print(seen + '.'); // expect: 1@0/4 3@2/4 .
  seen = '';
  [1, , 3, 4].some((x, i, list) => {
    seen += `${x}@${i}/${list.length} `;
    return x === 3;
  });
  print(seen + '.'); // expect: 1@0/4 3@2/4 .
  print([1].every(function () { return this.yes; }, { yes: true })); // expect: true
  print([1].some(function () { return this === undefined; })); // expect: true
  print(kind(() => [1].every())); // expect: TypeError
  print(kind(() => [].some(1))); // expect: TypeError
});
