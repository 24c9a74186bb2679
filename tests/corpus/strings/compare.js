// Equality and order of strings.
const print = vmImport(1);

function order(a, b) {
  return (a < b ? '<' : '') + (a > b ? '>' : '') + (a === b ? '=' : '');
}

function run() {
  print(order('a', 'b')); // expect: <
  print(order('b', 'a')); // expect: >
  print(order('same', 'sa' + 'me')); // expect: =
  print(order('', '')); // expect: =
  print(order('', 'a')); // expect: <
  print(order('abc', 'ab')); // expect: >
  print(order('abc', 'abd')); // expect: <
  print(order('Z', 'a')); // expect: <
  print(order('10', '9')); // expect: <
  print(order('a', 'á')); // expect: <
  print(order('z', 'á')); // expect: <
  print(order('é', 'e\u0301')); // expect: >
  print(order('a\0', 'a')); // expect: >
  print(order('a\0b', 'a\0c')); // expect: <
  print('abc' <= 'abc' && 'abc' >= 'abc'); // expect: true
  print('abc' != 'abc' || 'abc' !== 'abc'); // expect: false
}

vmExport(1, run);
