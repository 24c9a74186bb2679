// What lists keys, and what copies properties, with symbols among them.
const print = vmImport(1);

const a = Symbol('a');
const b = Symbol('b');
const object = { [b]: 1, x: 2, [a]: 3, 7: 4 };

vmExport(1, () => {
  print(Object.keys(object).join()); // expect: 7,x
  print(Object.values(object).join()); // expect: 4,2
  print(Object.getOwnPropertyNames(object).join()); // expect: 7,x
  const symbols = Object.getOwnPropertySymbols(object);
  print(symbols.length); // expect: 2
  print(symbols[0] === b && symbols[1] === a); // expect: true
  const keys = Reflect.ownKeys(object);
  print(keys.length); // expect: 4
  print(keys[2] === b && keys[3] === a); // expect: true
  let seen = '';
  for (const key in object) seen += key;
  print(seen); // expect: 7x
  print(JSON.stringify(object)); // expect: {"7":4,"x":2}
  const copy = { ...object };
  print(copy[a]); // expect: 3
  print(Object.assign({}, object)[b]); // expect: 1
  const { [a]: taken, ...rest } = object;
  print(taken); // expect: 3
  print(Object.getOwnPropertySymbols(rest).length); // expect: 1
  print(Object.hasOwn(object, a)); // expect: true
  print(object.hasOwnProperty(Symbol('a'))); // expect: false
  print(Object.getOwnPropertySymbols([]).length); // expect: 0
});
