// An array may have properties besides its elements.
const print = vmImport(1);

function tell(list) {
  print(list.length + ' ' + list.foo + ' ' + list.join());
}

const before = [1, 2, 3];
before.foo = 'captured';
const plain = [4, 5];

vmExport(1, () => {
  tell(before); // expect: 3 captured 1,2,3
  before.foo = 'changed';
  before[1] = 20;
  before[4] = 50;
  tell(before); // expect: 5 changed 1,20,3,,50
  before.push(60, 70);
  tell(before); // expect: 7 changed 1,20,3,,50,60,70
  before.length = 2;
  tell(before); // expect: 2 changed 1,20

  plain.foo = 'new';
  tell(plain); // expect: 2 new 4,5
  plain[plain.length] = 6;
  tell(plain); // expect: 3 new 4,5,6

  const made = ['a', , 'c'];
  made.foo = { deep: [1] };
  made.foo.deep.push(2);
  print(made.foo.deep.join()); // expect: 1,2
  print(1 in made); // expect: false
  print(made.length); // expect: 3
  made.bar = 1;
  print(delete made.foo); // expect: true
  print('foo' in made); // expect: false
  print(made.bar); // expect: 1

  // It is still an array.
  print(Array.isArray(made)); // expect: true
  print(Object.prototype.toString.call(made)); // expect: [object Array]
  print(made instanceof Array); // expect: true
  print(JSON.stringify([before, made])); // expect: [[1,20],["a",null,"c"]]
  print([0].concat(before, [made]).length); // expect: 4
  print([[before]].flat(2).join()); // expect: 1,20

  // Keys that are no indices.
  const odd = [1];
  odd[-1] = 'minus';
  odd[1.5] = 'half';
  odd['01'] = 'zero';
  print(odd.length + odd[-1] + odd[1.5] + odd['01']); // expect: 1minushalfzero
});
