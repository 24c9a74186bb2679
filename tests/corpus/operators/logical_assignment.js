// &&=, ||= and ??= assign only when their operator would compute its right side.
const print = vmImport(1);

function run() {
  let a = 0, b = 1, c = null;
  a ||= 'a';
  b ||= 'never';
  c ??= 'c';
  print(a + b + c); // expect: a1c
  a &&= 'and';
  b &&= 0;
  b &&= 'never';
  c ??= 'never';
  print(a + b + c); // expect: and0c
  b ??= 'never';
  print(b); // expect: 0

  let log = '';
  const note = (x, tag) => {
    log += tag;
    return x;
  };
  const o = { zero: 0, one: 1 };
  note(o, 'a')[note('one', 'b')] ||= note(2, 'never');
  note(o, 'c')[note('zero', 'd')] ||= note(3, 'e');
  note(o, 'f')[note('missing', 'g')] ??= note(4, 'h');
  o.one &&= note(5, 'i');
  o.none &&= note(6, 'never');
  print(log); // expect: abcdefghi
  print(o.zero + o.missing + o.one); // expect: 12
  print('none' in o); // expect: false
  print((a ||= 'x') + (o.fresh ??= 'y')); // expect: andy
  const list = [];
  list[2] ??= 'made';
  print(list.length + list[2]); // expect: 3made
}

vmExport(1, run);
