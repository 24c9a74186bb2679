// Operands from left to right, whatever the precedence.
const print = vmImport(1);

let log;

function n(x) {
  log += x;
  return x;
}

function order(f) {
  log = '';
  f();
  return log;
}

function run() {
  print(order(() => n(1) + n(2) * n(3))); // expect: 123
  print(order(() => n(1) ** n(2) ** n(3))); // expect: 123
  print(order(() => (n(1) + n(2)) * (n(3) - n(4)))); // expect: 1234
  print(order(() => n(1) < n(2) === n(3) > n(4))); // expect: 1234
  print(order(() => n(1) > n(2))); // expect: 12
  print(order(() => [n(1), n(2), [n(3)], n(4)])); // expect: 1234
  print(order(() => ({ a: n(1), [n(2)]: n(3), b: { c: n(4) }, [n(5)]() {} }))); // expect: 12345
  print(order(() => (n(1), n(2), n(3)))); // expect: 123
  print(order(() => (n(0) ? n(1) : n(2)))); // expect: 02
  print(order(() => n(0) || n(1) && n(2) || n(3))); // expect: 012
  print(order(() => `${n(1)}-${n(2) + n(3)}`)); // expect: 123
  print(order(() => [n(1), n(2)][n(0)])); // expect: 120
  // A value read on the left isn't changed by what the right does.
  let x = 1;
  print(x + (x = 5) + x); // expect: 11
  print(x * x++ + x); // expect: 31
  const o = { v: 1 };
  print(o.v + (o.v = 10) + o.v); // expect: 21
  print([x, x = 'y', x][0]); // expect: 6
  const f = () => {
    x = 'from f';
    return '!';
  };
  print(x + f() + x); // expect: y!from f
}

vmExport(1, run);
