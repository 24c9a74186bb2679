// Objects around strings: their units and their length are properties of their own.
const print = vmImport(1);

const early = new String('abc');

vmExport(1, () => {
  print(typeof early); // expect: object
  print(early + 'd'); // expect: abcd
  print(early.length + early[1]); // expect: 3b
  print(early.toUpperCase()); // expect: ABC
  print([...early].join('-')); // expect: a-b-c
  print(Object.getOwnPropertyNames(early).join()); // expect: 0,1,2,length
  let keys = '';
  for (const key in early) keys += key;
  print(keys); // expect: 012
  const unit = Object.getOwnPropertyDescriptor(early, 0);
  print(`${unit.value} ${unit.writable} ${unit.enumerable} ${unit.configurable}`); // expect: a false true false
  const length = Object.getOwnPropertyDescriptor(early, 'length');
  print(`${length.value} ${length.writable} ${length.enumerable} ${length.configurable}`); // expect: 3 false false false
  let refused = 0;
  for (const change of [() => (early[0] = 'x'), () => (early.length = 1), () => delete early[2]]) {
    try {
      change();
    } catch (error) {
      if (error instanceof TypeError) refused++;
    }
  }
  print(refused); // expect: 3
  early[3] = 'beyond';
  print(early.length + early[3]); // expect: 3beyond
  print(Object.prototype.toString.call(early)); // expect: [object String]
  print(new String() + '|'); // expect: |
  print(new String(undefined) + String()); // expect: undefined
  print(Object('xy').length); // expect: 2
  try {
    new String(Symbol());
  } catch (error) {
    print(error instanceof TypeError); // expect: true
  }
  print(Object.assign('ab', { c: 1 }).c); // expect: 1
  print(new String('b') > 'a'); // expect: true
  print(new String('a') == 'a'); // expect: true
  print(new String('a') == new String('a')); // expect: false
});
