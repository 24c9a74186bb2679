// `length` of the functions, and `Symbol.species` of the constructors.
const print = vmImport(1);

vmExport(1, () => {
  print(Map.length + Set.length); // expect: 0
  print(Map.prototype.forEach.length + Set.prototype.forEach.length); // expect: 2
  for (const constructor of [Map, Set, Array, Promise]) {
    print(constructor[Symbol.species] === constructor); // expect: true
    // expect: true
    // expect: true
    // expect: true
  }
  const { get, set, enumerable, configurable } = Object.getOwnPropertyDescriptor(Map, Symbol.species);
  print(get.name); // expect: get [Symbol.species]
  print(set === undefined); // expect: true
  print(enumerable); // expect: false
  print(configurable); // expect: true
});
