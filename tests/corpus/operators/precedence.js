// Precedence and associativity.
const print = vmImport(1);

function run() {
  print(1 + 2 * 3 - 4 / 2); // expect: 5
  print((1 + 2) * 3); // expect: 9
  print(10 - 3 - 2); // expect: 5
  print(100 / 10 / 2); // expect: 5
  print(2 + 3 + 4 + '' + 5 * 2); // expect: 910
  print(1 + 1 << 2 + 1); // expect: 16
  print(5 & 6 === 6); // expect: 1
  print(1 | 2 ^ 3 & 4); // expect: 3
  print(!1 + 1); // expect: 1
  print(-2 * -3); // expect: 6
  print(~1 + 5); // expect: 3
  print(typeof 1 + 1); // expect: number1
  print(1 < 2 === true); // expect: true
  print(1 === 1 && 2 === 2 || false); // expect: true
  print(true ? 1 : 0 ? 2 : 3); // expect: 1
  print((false ? 1 : 0) ? 2 : 3); // expect: 3
  print(void 0 === undefined); // expect: true
  let x = 3;
  print(x+++x); // expect: 7
  print(x-- - --x); // expect: 2
  print(- -x + +x); // expect: 4
  print((1, 2, 3) + 1); // expect: 4
  print(2 ** 2 * 3); // expect: 12
  print('a' in { a: 1 } === true); // expect: true
  print(7 % 4 * 2); // expect: 6
}

vmExport(1, run);
