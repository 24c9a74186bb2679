// Properties of every form, in literals and by assignment.
const print = vmImport(1);

function run() {
  const short = 's';
  const o = { a: 1, 'b c': 2, 3: 'three', short, if: 'keyword', nested: { deep: { x: 'x' } }, 'é': 'accent', '': 'empty' };
  print(o.a + o['b c'] + o[3] + o.short); // expect: 3threes
  print(o.if + o.nested.deep.x + o.é + o['']); // expect: keywordxaccentempty
  o.later = 'later';
  o['la' + 'ter'] += '!';
  print(o.later); // expect: later!
  print(o.missing === undefined); // expect: true
  print({}.x === undefined); // expect: true
  // The last of two equal keys counts.
  const d = { x: 1, y: 2, x: 3 };
  print(d.x + d.y); // expect: 5
  // Each evaluation makes a new object.
  const make = () => ({ n: 0 });
  const p = make(), q = make();
  p.n = 5;
  print(q.n); // expect: 0
  print(p === q); // expect: false
  const alias = p;
  alias.n++;
  print(p.n); // expect: 6
  print({ n: 0x10 }.n + { .5: 'half' }[0.5]); // expect: 16half
  print({ 1e3: 'k' }[1000] + { 0x1f: 'h' }['31']); // expect: kh
}

vmExport(1, run);
