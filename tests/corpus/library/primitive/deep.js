// Conversions within conversions, and in the middle of expressions.
const print = vmImport(1);

vmExport(1, () => {
  const outer = { valueOf() { return inner * 2; } };
  const inner = { valueOf() { return +[4]; } };
  print(1 + outer * 3 - inner); // expect: 21
  print([outer, inner].map((it) => it + 1).join()); // expect: 9,5
  print((outer > inner ? 'yes' : 'no') + `${[inner + 0]}`); // expect: yes4
  let i = 0;
  while (outer > i) i++;
  print(i); // expect: 8
});
