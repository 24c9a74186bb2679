// The larger and the smaller of two zeros (ECMAScript 21.3.2.24 and 25), and of none.
const print = vmImport(1);
const text = (x) => (Object.is(x, -0) ? '-0' : `${x}`);

vmExport(1, () => {
  print(text(Math.max(0, -0)) + text(Math.max(-0, 0)) + text(Math.max(-0, -0))); // expect: 00-0
  print(text(Math.min(0, -0)) + text(Math.min(-0, 0)) + text(Math.min(0, 0))); // expect: -0-00
  print(text(Math.min(0, 0, -0)) + text(Math.min(-0, -0, 0)) + text(Math.min(-0))); // expect: -0-0-0
  print(Math.max() + ' ' + Math.min()); // expect: -Infinity Infinity
  print(Math.max(1, NaN, 3) + ' ' + Math.min(NaN, -Infinity)); // expect: NaN NaN
  print(Math.max(-Infinity, -1e300) + ' ' + Math.min(Infinity, 1e300)); // expect: -1e+300 1e+300
  let asked = '';
  const one = (name) => ({ valueOf: () => ((asked += name), 1) });
  print(Math.max(one('a'), NaN, one('b'), one('c')) + asked); // expect: NaNabc
});
// call: 1
