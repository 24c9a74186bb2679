// Assignment gives the value assigned, works from the right, and computes its target once.
const print = vmImport(1);

let log = '';

function note(x, tag) {
  log += tag;
  return x;
}

function run() {
  let a, b, c;
  a = b = c = 5;
  print(a + b + c); // expect: 15
  print((a = 'x') + a); // expect: xx
  const o = { n: 1, p: { q: 2 } };
  print((o.n = 7) + (o['n'] += 1)); // expect: 15

  log = '';
  note(o, 'a')[note('n', 'b')] = note(3, 'c');
  note(o, 'd')[note('n', 'e')] += note(4, 'f');
  note(o, 'g')[note('n', 'h')]++;
  print(log + o.n); // expect: abcdefgh8

  // The left operand of a compound assignment is read before the right is computed.
  let n = 1;
  n += (n = 10, 5);
  print(n); // expect: 6
  o.n = 1;
  o.n += (o.n = 100, 1);
  print(o.n); // expect: 2
  n = 1;
  n = n++ + ++n;
  print(n); // expect: 4
  n = n++;
  print(n); // expect: 4

  // The target's object is found before the right side changes the variable.
  let t = { v: 'old' };
  const first = t;
  t.v = (t = { v: 'other' }, 'new');
  print(first.v + ' ' + t.v); // expect: new other
  const list = [0, 0, 0];
  let i = 0;
  list[i++] = i++;
  list[i] = i = 0;
  print(list[0] + ' ' + list[2] + ' ' + i); // expect: 1 0 0

  let x = 20;
  x -= 5; x *= 4; x /= 8; x %= 5; x **= 3;
  print(x); // expect: 15.625
  x = 0xf0;
  x &= 0x3c; x |= 0x03; x ^= 0xff; x <<= 2; x >>= 1; x >>>= 1;
  print(x); // expect: 204
}

vmExport(1, run);
