// Adding, deleting and adding again, in every order.
const print = vmImport(1);

function run() {
  const o = { a: 1, b: 2, c: 3 };
  delete o.b;
  print(o.a + o.c); // expect: 4
  print(o.b === undefined && !('b' in o)); // expect: true
  o.b = 'again';
  print(o.a + o.b + o.c); // expect: 1again3
  delete o.c;
  delete o.a;
  o.d = 4;
  o.a = 5;
  print(o.a + o.d + o.b); // expect: 9again
  delete o.a;
  delete o.b;
  delete o.d;
  print('a' in o || 'b' in o || 'c' in o || 'd' in o); // expect: false
  o.x = 'x';
  print(o.x); // expect: x

  // Two objects that start alike and part.
  const p = { a: 1, b: 2 };
  const q = { a: 1, b: 2 };
  p.c = 3;
  q.d = 4;
  p.d = 5;
  q.c = 6;
  delete p.a;
  print(p.b + p.c + p.d); // expect: 10
  print(q.a + q.b + q.c + q.d); // expect: 13
  print('a' in q && !('a' in p)); // expect: true

  // undefined as a value isn't absence.
  const r = { u: undefined };
  print('u' in r); // expect: true
  r.u = 1;
  r.u = undefined;
  print('u' in r && r.u === undefined); // expect: true
  for (let i = 0; i < 50; i++) {
    r['t'] = i;
    if (i % 3 !== 2) delete r['t'];
  }
  print('t' in r); // expect: false
}

vmExport(1, run);
