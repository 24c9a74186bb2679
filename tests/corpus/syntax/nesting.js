// Expressions and blocks nested to a depth people write.
const print = vmImport(1);

function run() {
  print(((((((((((((((((((((1))))))))))))))))))))); // expect: 1
  print([[[[[[[[[[[[['deep']]]]]]]]]]]]][0][0][0][0][0][0][0][0][0][0][0][0][0]); // expect: deep
  print({ a: { a: { a: { a: { a: { a: { a: { a: 'a' } } } } } } } }.a.a.a.a.a.a.a.a); // expect: a
  print((() => () => () => () => () => () => 'f')()()()()()()); // expect: f
  print(1 + (2 * (3 + (4 * (5 + (6 * (7 + (8 * (9 + 10))))))))); // expect: 7679
  let n = 0;
  if (1) { if (2) { if (3) { if (4) { if (5) { while (true) { do { n++; } while (n < 3); break; } } } } } }
  print(n); // expect: 3
  print(1 ? 2 ? 3 ? 4 ? 'four' : 0 : 0 : 0 : 0); // expect: four
  print(1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1); // expect: 26
  print(!!!!!!!!!!0); // expect: false
  print(- - - - -1); // expect: -1
}

vmExport(1, run);
