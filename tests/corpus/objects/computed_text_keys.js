// A key that is computed names the same property as one that is written, however often it is computed.
const print = vmImport(1);
const table = { alpha: 1 };

vmExport(1, () => {
  const al = 'al';
  print(table[al + 'pha']); // expect: 1
  table['be' + 'ta'] = 2;
  print(table.beta); // expect: 2
  for (let i = 0; i < 3; i++) {
    table[al + i] = i;
    table[al + i]++;
  }
  print(`${table[al + 0]}${table[al + 1]}${table[al + 2]}`); // expect: 123
  print(table[al + 3] === undefined); // expect: true
  print(delete table[al + 1] && !(al + 1 in table)); // expect: true
  print(al + 2 in table); // expect: true
  print([1, 2]['len' + 'gth']); // expect: 2
});
