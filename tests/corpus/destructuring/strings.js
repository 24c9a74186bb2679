// A string is taken apart by characters: pairs of surrogates stay together, lone ones are by themselves.
const print = vmImport(1);

vmExport(1, (text) => {
  const [a, b, c, d] = 'x\u{1F600}y';
  print(`${a.length} ${b.length} ${c} ${d}`); // expect: 1 2 y undefined
  const [high, ...low] = '\ud83dz\ude00\ude00';
  print(`${high.length} ${high === '\ud83d'} ${low.length} ${low[0]}`); // expect: 1 true 3 z
  const [pair, end] = '\ud83d\ude00\ud83d';
  print(`${pair === '\u{1F600}'} ${end === '\ud83d'}`); // expect: true true
  const [none = 'empty'] = '';
  print(none); // expect: empty
  print([...'añ\u{10FFFF}b'].length); // expect: 4
  const { 0: first, length } = 'abc';
  print(`${first} ${length}`); // expect: a 3
});
