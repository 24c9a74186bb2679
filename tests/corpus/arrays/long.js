// Arrays and strings whose lengths don't fit into a header have them in a word of their own.
const print = vmImport(1);

const flags = [];
const table = [];
for (let i = 0; i < 4500; i++) {
  flags.push(i % 3 === 0);
  table.push(i % 100);
}
const text = 'abc'.repeat(1000);

vmExport(1, () => {
  print(flags.length); // expect: 4500
  print(flags[4497]); // expect: true
  print(flags[4499]); // expect: false
  print(flags[4500] === undefined); // expect: true
  print(table.length); // expect: 4500
  print(table[4499]); // expect: 99
  print(text.length); // expect: 3000
  print(text[2999]); // expect: c
});
