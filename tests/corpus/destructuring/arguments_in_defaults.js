// Where a pattern is assigned to, its defaults and computed keys may use `arguments`: only targets may not be it.
const print = vmImport(1);
let a, b, c;

function spread() {
  [a, [b, c] = [...arguments]] = [1];
  return [a, b, c].join();
}

function key() {
  ({ [arguments[0]]: a, b = arguments } = { k: 5 });
  return a + ',' + b.length;
}

function call() {
  const first = (list) => list[0];
  ({ a = first(arguments) } = {});
  [b = (arguments, 2)] = [];
  for ([c = arguments] of [[]]) break;
  return [a, b, c[1]].join();
}

function inner() {
  [a = function () { return arguments[0]; }] = [];
  [b = () => arguments] = [];
  return a(7) + ',' + b()[0];
}

vmExport(1, () => {
  print(spread(2, 3)); // expect: 1,2,3
  print(key('k', 1)); // expect: 5,2
  print(call(4, 6)); // expect: 4,2,6
  print(inner(8)); // expect: 7,8
});
