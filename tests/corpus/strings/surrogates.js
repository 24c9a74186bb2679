// A pair of surrogates is one character of the text and two of the string, wherever it came from.
const print = vmImport(1);

const high = '\ud83d';
const low = '\ude00';

function join(a, b) {
  return a + b;
}

function run() {
  const whole = '😀';
  print(high.length + low.length); // expect: 2
  print(join(high, low) === whole); // expect: true
  print(join(high, low).length); // expect: 2
  print(join(high, low)); // expect: 😀
  print('\u{1f600}' === whole); // expect: true
  print(`${high}${low}` === whole); // expect: true
  print(join(join('a', high), join(low, 'b')) === 'a😀b'); // expect: true
  print(join('x' + high, low + 'y')); // expect: x😀y
  print(join(low, high) === whole); // expect: false
  print(join(low, high).length); // expect: 2
  print(join(high, high + low)[1] === high); // expect: true
  print(join(high, high + low) === high + whole); // expect: true
  print(join(high, '') === high); // expect: true
  print(join(high, 'a').length); // expect: 2
  print((high + 'a' + low)[2] === low); // expect: true
  print('\u{10ffff}' === '\udbff\udfff'); // expect: true
  print('\u{10000}' === '\ud800' + '\udc00'); // expect: true
  const o = { '😀': 'by text' };
  print(o[join(high, low)]); // expect: by text
  print(o[high] === undefined); // expect: true
  print(whole[0] === high && whole[1] === low); // expect: true
}

vmExport(1, run);
