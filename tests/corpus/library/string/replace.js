// String.prototype.replace and replaceAll with strings and functions.
const print = vmImport(1);

vmExport(1, () => {
  print('a-b-c'.replace('-', '+')); // expect: a+b-c
  print('a-b-c'.replaceAll('-', '+')); // expect: a+b+c
  print('abc'.replace('x', 'y')); // expect: abc
  print('abc'.replaceAll('x', 'y')); // expect: abc
  print('abc'.replace('', '_')); // expect: _abc
  print('abc'.replaceAll('', '_')); // expect: _a_b_c_
  print('aaaa'.replaceAll('aa', 'b')); // expect: bb
  print('abc'.replace('b', '[$&]')); // expect: a[b]c
  print('abc'.replace('b', '[$`]')); // expect: a[a]c
  print('abc'.replace('b', "[$']")); // expect: a[c]c
  print('abc'.replace('b', '$$')); // expect: a$c
  print('abc'.replace('b', '$1$<x>$')); // expect: a$1$<x>$c
  print('abc'.replaceAll('b', () => '$&')); // expect: a$&c
  print('abcb'.replaceAll('b', (match, position, whole) => `<${match}${position}${whole}>`)); // expect: a<b1abcb>c<b3abcb>
  print('abc'.replace('b', (match, position) => position)); // expect: a1c
  print('a1c'.replace(1, 2)); // expect: a2c
  print('abc'.replace('b', undefined)); // expect: aundefinedc
});
