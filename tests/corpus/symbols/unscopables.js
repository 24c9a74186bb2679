// Symbol.unscopables, of which only Array.prototype makes use; attributes of what has a symbol as its key.
const print = vmImport(1);
const attributes = (it) => `${it.writable} ${it.enumerable} ${it.configurable}`;
vmExport(1, () => {
  const hidden = Array.prototype[Symbol.unscopables];
  print(Object.getPrototypeOf(hidden) === null); // expect: true
  print(Object.keys(hidden).sort().join(' '));
  // expect: at copyWithin entries fill find findIndex findLast findLastIndex flat flatMap includes keys toReversed toSorted toSpliced values
  print(hidden.flat); // expect: true
  print(attributes(Object.getOwnPropertyDescriptor(Array.prototype, Symbol.unscopables))); // expect: false false true
  print(attributes(Object.getOwnPropertyDescriptor(hidden, 'flat'))); // expect: true true true
  print(attributes(Object.getOwnPropertyDescriptor(Symbol, 'unscopables'))); // expect: false false false
  print(String(Symbol.unscopables)); // expect: Symbol(Symbol.unscopables)
  print(attributes(Object.getOwnPropertyDescriptor(Symbol.prototype, Symbol.toPrimitive))); // expect: false false true
  print(attributes(Object.getOwnPropertyDescriptor(Symbol.prototype, Symbol.toStringTag))); // expect: false false true
});
