// The species of `Array` is changed after the snapshot.
const print = vmImport(1);

class Made {}

const list = [1];
const key = Symbol.species;

vmExport(1, () => {
  const old = Object.getOwnPropertyDescriptor(Array, key);
  print(list.slice() instanceof Made); // expect: false
  Object.defineProperty(Array, key, { value: Made, configurable: true });
  print(list.slice() instanceof Made); // expect: true
  Object.defineProperty(Array, key, { value: null, configurable: true });
  print(list.slice() instanceof Made); // expect: false
  Object.defineProperty(Array, key, old);
  print(list.slice() instanceof Made); // expect: false
});
