// Texts that look like numbers, and are no indices, name properties of an array where nothing else is a name.
// call: 1
// call: 2
const print = vmImport(1);
const list = [1];
const other = [];

vmExport(1, () => {
  list['01'] = 'a';
  list['-1'] = 'b';
  list['1.5'] = 'c';
  list['-0'] = 'd';
  print(`${list['01']} ${list['-1']} ${list['1.5']} ${list['-0']}`); // expect: a b c d
  print(list.length); // expect: 1
});
vmExport(2, () => {
  other['1e3'] = 1;
  other['1e3']++;
  other['NaN'] = 5;
  print(other['1e3'] + other['NaN']); // expect: 7
  other['2'] = 1;
  print(other.length); // expect: 3
});
