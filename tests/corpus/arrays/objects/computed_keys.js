// Assigning to an array by a key that is computed and no index gives it a property, where nothing else names one.
const print = vmImport(1);
const names = 'one two 3 constructor'.split(' ');
vmExport(1, () => {
  const list = [];
  for (const name of names) list[name] = `${name}!`;
  print(list.length); // expect: 4
  print(list.one); // expect: one!
  print(list[3]); // expect: 3!
  print(Object.keys(list).join()); // expect: 3,one,two,constructor
  print(Object.hasOwn(list, 'constructor')); // expect: true
});
