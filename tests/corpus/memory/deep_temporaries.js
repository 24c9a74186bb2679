// Values that only the middle of an expression holds while others are made.
const print = vmImport(1);

function make(n) {
  for (let i = 0; i < 20; i++) ({ waste: [i, 'w' + i] });
  return { n, text: 't' + n };
}

function three(a, b, c) {
  return a.text + b.text + c.text;
}

function run() {
  print(make(1).n + make(2).n * make(3).n); // expect: 7
  print(three(make(1), make(2), make(3))); // expect: t1t2t3
  print(make('a').text + make('b').text + make('c').text); // expect: tatbtc
  const list = [make(1), make(2), [make(3), make(4)]];
  print(list[0].n + list[2][1].n); // expect: 5
  const o = { a: make(5), b: { c: make(6) }, ['k' + make(7).n]: make(8) };
  print(o.a.n + o.b.c.n + o.k7.n); // expect: 19
  print(`${make(1).text}-${make(2).text}-${make(3).n + 0.5}`); // expect: t1-t2-3.5
  let f = 0.5;
  print(f + make(1).n + (f *= 3) + make(0.25).n); // expect: 3.25
  o[make('key').text] = make('value').text;
  print(o.tkey); // expect: tvalue
  o.a.n += make(10).n;
  print(o.a.n); // expect: 15
  try {
    throw make('thrown');
  } catch (e) {
    make(0);
    print(e.text); // expect: tthrown
  } finally {
    make(0);
  }
}

vmExport(1, run);
