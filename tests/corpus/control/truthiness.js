// What counts as true.
const print = vmImport(1);

function test(x) {
  let s = x ? 'T' : 'F';
  if (x) s += 'T';
  else s += 'F';
  s += !x ? 'F' : 'T';
  s += x && true ? 'T' : 'F';
  s += x || false ? 'T' : 'F';
  let n = 0;
  while (x) {
    n = 1;
    break;
  }
  return s + n;
}

function run() {
  print(test(true)); // expect: TTTTT1
  print(test(false)); // expect: FFFFF0
  print(test(1)); // expect: TTTTT1
  print(test(0)); // expect: FFFFF0
  print(test(-0)); // expect: FFFFF0
  print(test(-1)); // expect: TTTTT1
  print(test(NaN)); // expect: FFFFF0
  print(test(0.5)); // expect: TTTTT1
  print(test(5e-324)); // expect: TTTTT1
  print(test(Infinity)); // expect: TTTTT1
  print(test('')); // expect: FFFFF0
  print(test('0')); // expect: TTTTT1
  print(test(' ')); // expect: TTTTT1
  print(test('false')); // expect: TTTTT1
  print(test(null)); // expect: FFFFF0
  print(test(undefined)); // expect: FFFFF0
  print(test({})); // expect: TTTTT1
  print(test([])); // expect: TTTTT1
  print(test(() => 0)); // expect: TTTTT1
}

vmExport(1, run);
