// + adds numbers, joins as soon as one side is a string, from left to right.
const print = vmImport(1);

function run() {
  print(1 + 2 + '3'); // expect: 33
  print('1' + 2 + 3); // expect: 123
  print('1' + (2 + 3)); // expect: 15
  print(1 + -1 + '!'); // expect: 0!
  print('' + null); // expect: null
  print('' + undefined); // expect: undefined
  print(true + ''); // expect: true
  print(1.5 + 'x'); // expect: 1.5x
  print('x' + 1e21); // expect: x1e+21
  print('x' + -0); // expect: x0
  print(undefined + 'x' + NaN); // expect: undefinedxNaN
  print(true + 1); // expect: 2
  print(null + 5); // expect: 5
  print('' + '' === ''); // expect: true
  print(typeof (1 + '')); // expect: string
  print(typeof (null + true)); // expect: number
  let s = '';
  s += 1;
  s += 2;
  print(s); // expect: 12
  let n = 1;
  n += '1';
  print(n); // expect: 11
}

vmExport(1, run);
