// The species of `Array` that was changed before the snapshot, and is changed back after it.
// node: skip — it shares Array with the other scripts while they load
const print = vmImport(1);

class Made {}

const old = Object.getOwnPropertyDescriptor(Array, Symbol.species);
Object.defineProperty(Array, Symbol.species, { value: Made, configurable: true });
const early = [1].map((x) => x);

vmExport(1, () => {
  print(early instanceof Made && early[0]); // expect: 1
  print([1].slice() instanceof Made); // expect: true
  Object.defineProperty(Array, Symbol.species, old);
  print([1, 2].slice().join()); // expect: 1,2
});
