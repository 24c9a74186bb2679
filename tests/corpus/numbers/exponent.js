// ** associates to the right, and is exact where the result is.
const print = vmImport(1);

function pow(a, b) {
  return a ** b;
}

function run() {
  print(pow(2, 10)); // expect: 1024
  print(pow(2, 13)); // expect: 8192
  print(pow(2, 31)); // expect: 2147483648
  print(pow(2, 53)); // expect: 9007199254740992
  print(pow(2, -1)); // expect: 0.5
  print(pow(2, -1074)); // expect: 5e-324
  print(pow(2, -1075)); // expect: 0
  print(pow(2, 1023)); // expect: 8.98846567431158e+307
  print(pow(3, 20)); // expect: 3486784401
  print(pow(-3, 3)); // expect: -27
  print(pow(7, 0)); // expect: 1
  print(pow(0, 0)); // expect: 1
  print(pow(10, 15)); // expect: 1000000000000000
  print(pow(4, 0.5)); // expect: 2
  print(pow(0.5, 2)); // expect: 0.25
  print(pow(1.5, 3)); // expect: 3.375
  print(pow(-8, 1 / 3) !== pow(-8, 1 / 3)); // expect: true
  print(pow(Infinity, 0.5) === Infinity); // expect: true
  print(pow(-Infinity, 3) === -Infinity); // expect: true
  print(pow(0.5, Infinity)); // expect: 0
  print(pow(-0.5, -Infinity) === Infinity); // expect: true
  print(2 ** 3 ** 2); // expect: 512
  print((-2) ** 2); // expect: 4
  print(2 * 3 ** 2); // expect: 18
  print(-(2 ** 2)); // expect: -4
  const root = pow(2, 0.5);
  print(root * root - 2 < 1e-15 && 2 - root * root < 1e-15); // expect: true
  let x = 3;
  x **= 4;
  print(x); // expect: 81
  print('2' ** '3'); // expect: 8
}

vmExport(1, run);
