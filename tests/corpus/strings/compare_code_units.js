// Order is by UTF-16 code units: a pair of surrogates comes before U+E000 to U+FFFF.
const print = vmImport(1);

function order(a, b) {
  return (a < b ? '<' : '') + (a > b ? '>' : '') + (a === b ? '=' : '') + (a <= b ? 'l' : '') + (a >= b ? 'g' : '');
}

function run() {
  const pair = '\u{1f600}';
  print(order(pair, '\uffff')); // expect: <l
  print(order(pair, '\ue000')); // expect: <l
  print(order('\ufb01', pair)); // expect: >g
  print(order(pair, '\ud7ff')); // expect: >g
  print(order(pair, '\ud83d')); // expect: >g
  print(order(pair, '\ud83e')); // expect: <l
  print(order('\u{10ffff}', '\ue000')); // expect: <l
  print(order('\u{10000}', '\u{10ffff}')); // expect: <l
  print(order('x' + pair, 'x\uffff')); // expect: <l
  print(order('\udc00', pair)); // expect: >g
  print(order(pair, '\ud83d' + '\ude00')); // expect: =lg
  print(order(pair + 'a', pair + 'b')); // expect: <l
  print(order('é', 'z')); // expect: >g
  print(order('\u0080', '\u07ff')); // expect: <l
  print(order('\u0800', '\u07ff')); // expect: >g
}

vmExport(1, run);
