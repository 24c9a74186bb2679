// Objects made while building change in every way after it.
const print = vmImport(1);

const o = { a: 1, b: 'two', c: [3], d: { e: 4 } };
const untouched = { a: 1, b: 'two' };

function run() {
  o.a = 'changed';
  o.new = 'added';
  delete o.b;
  o.c.push(4);
  o.d.e++;
  o.d.f = o;
  print(o.a + o.new + ('b' in o) + o.c.length + o.d.e + o.d.f.a); // expect: changedaddedfalse25changed
  o.b = 'back';
  print(o.b); // expect: back
  o.c = o.c[0];
  print(o.c); // expect: 3
  for (let i = 0; i < 20; i++) o['k' + i] = i;
  print(o.k0 + o.k19 + o.a); // expect: 19changed
  print(untouched.a + untouched.b); // expect: 1two
  untouched.c = 'third';
  print(untouched.c + ('c' in o)); // expect: thirdtrue
}

vmExport(1, run);
