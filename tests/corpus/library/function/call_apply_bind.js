// Function.prototype.call, apply and bind.
import { kind } from '../../shared/kind.mjs';

const print = vmImport(1);

vmExport(1, () => {
  function show3(a, b, c) { return `${this} ${a} ${b} ${c}`; }
  print(show3.call('this', 1, 2, 3)); // expect: this 1 2 3
  print(show3.call()); // expect: undefined undefined undefined undefined
  print(show3.apply('this', [1, 2])); // expect: this 1 2 undefined
  print(show3.apply(null, { length: 3, 0: 'x', 2: 'z' })); // expect: null x undefined z
  print(show3.apply('this')); // expect: this undefined undefined undefined
  print(show3.apply('this', null)); // expect: this undefined undefined undefined
  print(show3.bind('bound', 1)(2, 3)); // expect: bound 1 2 3
  print(show3.bind('bound')(1)); // expect: bound 1 undefined undefined
  print(show3.bind('bound', 1).call('other', 2)); // expect: bound 1 2 undefined
  print(show3.bind('a', 1).bind('b', 2)(3)); // expect: a 1 2 3
  print(kind(() => show3.apply('this', 5))); // expect: TypeError
  const max = (list) => list.reduce((a, b) => (a > b ? a : b));
  print(max.call(null, [1, 9, 3])); // expect: 9
  class A { constructor(x) { this.x = x; } get2() { return this.x * 2; } }
  print(A.prototype.get2.call({ x: 21 })); // expect: 42
});
