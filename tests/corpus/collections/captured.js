// Maps, sets and iterators made before the snapshot: keys of all kinds are found after it, and change.
// call: 1
// call: 2
const print = vmImport(1);
const table = new Map();
const names = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'];
names.forEach((name, i) => table.set(name, i + 1));
const objects = names.map((name) => ({ name }));
const lengths = new Map();
for (const object of objects) lengths.set(object, object.name.length);
lengths.set('total', 0);
const functions = [() => 1, () => 2];
const few = new Map([[functions[0], 'first'], [functions[1], 'second'], [NaN, 'number']]);
const numbers = new Set([5, 6, 7]);
const pending = numbers.values();
pending.next();
const constant = new Set();
for (let i = 0; i < 20; i++) constant.add(i * i);

vmExport(1, () => {
  print(table.get('one') + table.get('tw' + 'elve') + ' ' + table.get('thirteen')); // expect: 13 undefined
  lengths.set('more', 1);
  print(objects.map((object) => lengths.get(object)).join('')); // expect: 335443554366
  print(lengths.get({}) === undefined && lengths.get('total') === 0); // expect: true
  print(few.get(functions[1]) + few.get(functions[0]) + few.get(NaN)); // expect: secondfirstnumber
  print(constant.has(81) && !constant.has(82) && constant.has(361)); // expect: true
  numbers.delete(6);
  numbers.add(8);
  print([...pending].join()); // expect: 7,8
  table.set('thirteen', 13).delete('one');
  print(table.size + ' ' + [...table.keys()][11]); // expect: 12 thirteen
});

vmExport(2, () => {
  print(table.get('thirteen') + ' ' + table.has('one')); // expect: 13 false
  for (const object of objects) lengths.delete(object);
  print([...lengths].join(';')); // expect: total,0;more,1
});
