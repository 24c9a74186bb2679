// Functions that take and give functions.
const print = vmImport(1);

function map(a, f) {
  const out = [];
  for (let i = 0; i < a.length; i++) out.push(f(a[i], i));
  return out;
}

function fold(a, f, start) {
  let x = start;
  for (let i = 0; i < a.length; i++) x = f(x, a[i]);
  return x;
}

function compose(f, g) {
  return (x) => f(g(x));
}

function run() {
  const a = [1, 2, 3, 4];
  const squares = map(a, (x) => x * x);
  print(fold(squares, (x, y) => x + y, 0)); // expect: 30
  print(fold(map(a, (x, i) => x + ':' + i), (x, y) => x + ' ' + y, '')); // expect:  1:0 2:1 3:2 4:3
  const inc = (x) => x + 1;
  const double = (x) => x * 2;
  print(compose(inc, double)(5)); // expect: 11
  print(compose(double, inc)(5)); // expect: 12
  let many = inc;
  for (let i = 0; i < 10; i++) many = compose(inc, many);
  print(many(0)); // expect: 11
}

vmExport(1, run);
