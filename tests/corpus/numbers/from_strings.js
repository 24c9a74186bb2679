// What text is a number, and what isn't.
const print = vmImport(1);

function isNaN(s) {
  const x = +s;
  return x !== x;
}

function run() {
  print(+''); // expect: 0
  print(+'   '); // expect: 0
  print(+' \t\n\r12\v\f '); // expect: 12
  print(+'\u00a05\ufeff\u2003'); // expect: 5
  print(+'+5'); // expect: 5
  print(+'-5.25'); // expect: -5.25
  print(+'007'); // expect: 7
  print(+'.5' + +'5.'); // expect: 5.5
  print(+'1e3'); // expect: 1000
  print(+'1E-2'); // expect: 0.01
  print(+'0x10'); // expect: 16
  print(+'0XfF'); // expect: 255
  print(+'0b101'); // expect: 5
  print(+'0o17'); // expect: 15
  print(+'0x20000000000001'); // expect: 9007199254740992
  print(+'Infinity' === Infinity && +' -Infinity ' === -Infinity && +'+Infinity' === Infinity); // expect: true
  print(+'8191' + +'8192'); // expect: 16383
  print(+'12345678901234567890'); // expect: 12345678901234567000

  print(isNaN('x') && isNaN('1x') && isNaN('1 2') && isNaN('1,5')); // expect: true
  print(isNaN('.') && isNaN('+') && isNaN('-') && isNaN('e5') && isNaN('1e') && isNaN('1e+')); // expect: true
  print(isNaN('+0x10') && isNaN('-0x10') && isNaN('0x') && isNaN('0xg') && isNaN('0b2') && isNaN('0o8')); // expect: true
  print(isNaN('infinity') && isNaN('INFINITY') && isNaN('Infinity1') && isNaN('NaN')); // expect: true
  print(isNaN('1_000') && isNaN('10n') && isNaN('- 5') && isNaN('--5') && isNaN('1.2.3') && isNaN('0x1.8')); // expect: true
  print(isNaN('1\0') && isNaN('null') && isNaN('true') && isNaN('5\u200b')); // expect: true

  // Operators that want numbers.
  print('3' * '4'); // expect: 12
  print('10' - 3); // expect: 7
  print('9' / '2'); // expect: 4.5
  print('7' % '4'); // expect: 3
  print(-'5'); // expect: -5
  print(- -'0x1f'); // expect: 31
  print(1 + +'1'); // expect: 2
  print(1 + '1'); // expect: 11
  print('5' + 1 - 1); // expect: 50
  print('2' > '12'); // expect: true
  print('2' > 12); // expect: false
}

vmExport(1, run);
