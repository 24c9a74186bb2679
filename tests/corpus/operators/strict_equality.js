// === compares numbers and strings by value, all else by identity, and never converts.
const print = vmImport(1);

function run() {
  const values = [undefined, null, true, false, 0, 1, NaN, '', '0', '1'];
  let equal = '';
  for (let i = 0; i < values.length; i++) {
    for (let j = 0; j < values.length; j++) {
      if (values[i] === values[j]) equal += i + '' + j + ' ';
      if (values[i] === values[j] === (values[i] !== values[j])) equal += 'wrong ';
    }
  }
  print(equal + '.'); // expect: 00 11 22 33 44 55 77 88 99 .
  print(0 === -0); // expect: true
  print(1 === 1.0); // expect: true
  print(8192 === 8191 + 1); // expect: true
  print(0.1 + 0.2 === 0.30000000000000004); // expect: true
  print('abc' === 'ab' + 'c'); // expect: true
  print('abc' === 'abd'); // expect: false
  print('' === ''); // expect: true
  const o = {};
  print(o === o); // expect: true
  print(o === {}); // expect: false
  print([] !== []); // expect: true
  print(print === print); // expect: true
  print(1 === '1' || null === undefined || 0 === false || '' === false); // expect: false
}

vmExport(1, run);
