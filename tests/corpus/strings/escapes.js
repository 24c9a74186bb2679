// Every escape of a string literal.
const print = vmImport(1);

function run() {
  print('a\tb' === 'a\u0009b'); // expect: true
  print('\n\r\b\f\v'.length); // expect: 5
  print('\x41\u0042\u{43}\u{00044}'); // expect: ABCD
  print('\'"\\/' + "'\"" + '\q'); // expect: '"\/'"q
  print('one \
line'); // expect: one line
  print('\0'.length); // expect: 1
  print('a\0b'.length); // expect: 3
  print('a\0b' === 'a\0c'); // expect: false
  print('a\0b'[2]); // expect: b
  print('\u{1F600}'.length); // expect: 2
  print('\xff' === 'ÿ'); // expect: true
  print('\u2028'.length); // expect: 1
  print('tab\there' === `tab	here`); // expect: true
  print("it's" + ' "fine"'); // expect: it's "fine"
  const o = { 'a\0b': 'long', a: 'short' };
  print(o['a\0b'] + o['a']); // expect: longshort
}

vmExport(1, run);
