// Object.assign: order, strings, nullish sources, the target itself.
import { kind } from '../../shared/kind.mjs';
import { show } from '../../shared/show.mjs';

const print = vmImport(1);

vmExport(1, () => {
  const target = { a: 1 };
  print(Object.assign(target, { b: 2 }, null, { a: 3, c: 4 }) === target); // expect: true
  print(show(Object.entries(target))); // expect: [['a',3],['b',2],['c',4]]
  print(show(Object.entries(Object.assign({}, 'ab', 5, [7])))); // expect: [['0',7],['1','b']]
  print(kind(() => Object.assign(null, {}))); // expect: TypeError
  print(Object.assign({}).constructor === Object); // expect: true
});
