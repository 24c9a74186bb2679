// void gives undefined; a comma gives its right operand. Both compute what they drop.
const print = vmImport(1);

function run() {
  let n = 0;
  print(void n++ === undefined); // expect: true
  print(n); // expect: 1
  print((n++, n++, n)); // expect: 3
  const f = () => void n++;
  print(f() === undefined); // expect: true
  print(n); // expect: 4
  for (let i = 0, j = 10; i < j; i++, j--) n = (i, j);
  print(n); // expect: 6
  const x = (1, 2), y = 3;
  print(x + y); // expect: 5
  const o = { m() { return this; } };
  print((0, o.m)() === undefined); // expect: true
}

vmExport(1, run);
