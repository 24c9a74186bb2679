// A table made while building that is written after it.
// call: 1
// call: 1
const print = vmImport(1);

const table = [];
for (let i = 0; i < 20; i++) table.push(i);
const before = table[3];

vmExport(1, () => {
  table[3] += 100;
  table[19] = 'text';
  table.push(0.5);
  print(before + ' ' + table[3] + ' ' + table[4] + table[19] + ' ' + table.length);
});
// expect: 3 103 4text 21
// expect: 3 203 4text 22
