// The well-known symbols that conversions obey, and the registry.
// call: 1
// call: 2
const print = vmImport(1);

const money = {
  amount: 5,
  [Symbol.toPrimitive](hint) {
    return hint === 'string' ? `${this.amount} francs` : hint === 'number' ? this.amount : `${hint}!`;
  },
};
const tagged = { [Symbol.toStringTag]: 'Tag' };
const registered = Symbol.for('shared');

vmExport(1, () => {
  print(`${money}`); // expect: 5 francs
  print(+money); // expect: 5
  print(money * 2); // expect: 10
  print(money + ''); // expect: default!
  print(money == 'default!'); // expect: true
  print(money > 4); // expect: true
  print({ '5 francs': 'found' }[money]); // expect: found
  try {
    +{ [Symbol.toPrimitive]: () => ({}) };
  } catch (error) {
    print(error instanceof TypeError); // expect: true
  }
  print(Object.prototype.toString.call(tagged)); // expect: [object Tag]
  print(`${tagged}`); // expect: [object Tag]
});
vmExport(2, () => {
  print(Symbol.for('shared') === registered); // expect: true
  print(Symbol.for('made later') === Symbol.for('made later')); // expect: true
  print(Symbol.keyFor(registered)); // expect: shared
  print(Symbol.keyFor(Symbol('shared')) === undefined); // expect: true
  print(Symbol.keyFor(Symbol.iterator) === undefined); // expect: true
  print(Symbol.iterator.toString()); // expect: Symbol(Symbol.iterator)
  print(Symbol.iterator === Symbol.iterator); // expect: true
});
