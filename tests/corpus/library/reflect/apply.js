// Reflect.apply and construct.
const print = vmImport(1);

// The class of what a function throws.
function kind(run) {
  try {
    run();
  } catch (error) {
    if (error instanceof TypeError) return 'TypeError';
    if (error instanceof RangeError) return 'RangeError';
    if (error instanceof SyntaxError) return 'SyntaxError';
    return 'something else';
  }
  return 'nothing';
}

vmExport(1, () => {
  print(Reflect.apply(function (a, b) { return `${this}${a}${b}`; }, 'x', [1, 2])); // expect: x12
  class Point { constructor(x, y) { this.x = x; this.y = y; } }
  print(Reflect.construct(Point, [3, 4]).y); // expect: 4
  print(Reflect.construct(Point, { length: 1, 0: 9 }) instanceof Point); // expect: true
  print(kind(() => Reflect.apply(5, null, []))); // expect: TypeError
  print(kind(() => Reflect.apply(() => 1, null))); // expect: TypeError
  print(kind(() => Reflect.construct(() => 1, []))); // expect: TypeError
});
