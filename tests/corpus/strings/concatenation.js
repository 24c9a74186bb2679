// Joining strings with + and +=, in loops and from functions.
const print = vmImport(1);

function repeat(s, n) {
  let out = '';
  for (let i = 0; i < n; i++) out += s;
  return out;
}

function run() {
  print('a' + 'b'); // expect: ab
  print('a' + '' + 'b'); // expect: ab
  print(repeat('ab', 5)); // expect: ababababab
  print(repeat('', 100) === ''); // expect: true
  let s = 'x';
  const old = s;
  s += 'y';
  print(old + s); // expect: xxy
  let digits = '';
  for (let i = 0; i < 12; i++) digits += i;
  print(digits); // expect: 01234567891011
  let front = '';
  for (let i = 0; i < 5; i++) front = i + front;
  print(front); // expect: 43210
  const parts = ['one', 'two', 'three'];
  let joined = parts[0];
  for (let i = 1; i < parts.length; i++) joined += ', ' + parts[i];
  print(joined); // expect: one, two, three
  const f = (depth) => (depth === 0 ? '.' : '(' + f(depth - 1) + ')');
  print(f(6)); // expect: ((((((.))))))
  const o = { s: '' };
  o.s += 'p';
  o['s'] += 'q';
  print(o.s); // expect: pq
}

vmExport(1, run);
