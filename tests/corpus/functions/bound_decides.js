// Function.prototype[Symbol.hasInstance] looks at the target of a bound function, where no `instanceof` does.
const print = vmImport(1);

class Point {}

vmExport(1, () => {
  const decide = Function.prototype[Symbol.hasInstance];
  const Bound = Point.bind();
  print(decide.call(Bound, new Point())); // expect: true
  print(decide.call(Bound, {})); // expect: false
  print(decide.call(Bound.bind(), new Point())); // expect: true
});
