// Reflect.apply and construct.
import { kind } from '../../shared/kind.mjs';

const print = vmImport(1);

vmExport(1, () => {
  print(Reflect.apply(function (a, b) { return `${this}${a}${b}`; }, 'x', [1, 2])); // expect: x12
  class Point { constructor(x, y) { this.x = x; this.y = y; } }
  print(Reflect.construct(Point, [3, 4]).y); // expect: 4
  print(Reflect.construct(Point, { length: 1, 0: 9 }) instanceof Point); // expect: true
  print(kind(() => Reflect.apply(5, null, []))); // expect: TypeError
  print(kind(() => Reflect.apply(() => 1, null))); // expect: TypeError
  print(kind(() => Reflect.construct(() => 1, []))); // expect: TypeError
});
