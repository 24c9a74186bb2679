// ++, -- and assignments with operators on objects.
const print = vmImport(1);

vmExport(1, () => {
  const make = (n) => ({ valueOf: () => n });
  let x = make(5);
  print(x++); // expect: 5
  print(x); // expect: 6
  x = make(5);
  print(--x); // expect: 4
  x = make(5);
  x += make(2);
  print(x); // expect: 7
  x = make(3);
  x **= 2;
  print(x); // expect: 9
  const o = { p: make(7) };
  o.p -= 2;
  print(o.p); // expect: 5
  let text = ['a'];
  text += 'b';
  print(text); // expect: ab
  print((make(2), make(3)) * 2); // expect: 6
});
