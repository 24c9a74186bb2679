// Symbols made while the program runs, which collections move.
const print = vmImport(1);

const registry = {};

function remember(name) {
  const symbol = Symbol(name);
  registry[symbol] = name;
  return symbol;
}

vmExport(1, () => {
  const symbols = [];
  for (let i = 0; i < 20; i++) symbols.push(remember(`symbol ${i}`));
  let right = 0;
  for (let i = 0; i < 20; i++) {
    if (registry[symbols[i]] === `symbol ${i}`) right++;
  }
  print(right); // expect: 20
  print(Symbol('a') === Symbol('a')); // expect: false
  print(symbols[3].description); // expect: symbol 3
  print(Symbol().description === undefined); // expect: true
  print(Symbol('').description === ''); // expect: true
  print(symbols[19].toString()); // expect: Symbol(symbol 19)
  print(String(Symbol())); // expect: Symbol()
  print(symbols[0].valueOf() === symbols[0]); // expect: true
  const key = Symbol('key');
  const object = { [key]: 1, b: 2 };
  object[key] += 10;
  print(object[key]); // expect: 11
  print(delete object[key]); // expect: true
  print(key in object); // expect: false
  print(object[key] === undefined); // expect: true
});
