// Getters and setters whose keys are symbols, and `super` with such keys.
const print = vmImport(1);
const tag = Symbol('tag');

class Base {
  get [Symbol.toStringTag]() {
    return 'Base';
  }
  static get [tag]() {
    return 5;
  }
  set [tag](value) {
    this.value = value;
  }
}
class Derived extends Base {
  get [tag]() {
    return 'own';
  }
  static twice() {
    return super[tag] * 2;
  }
}
const object = {
  get [tag]() {
    return 7;
  },
};

vmExport(1, () => {
  print(`${new Base()}`); // expect: [object Base]
  print(Base[tag]); // expect: 5
  const base = new Base();
  base[tag] = 3;
  print(base.value); // expect: 3
  print(object[tag]); // expect: 7
  print(new Derived()[tag]); // expect: own
  print(Derived.twice()); // expect: 10
});
