// Accessors and methods of the name `__proto__` are ordinary properties.
const print = vmImport(1);

vmExport(1, () => {
  const object = {
    get __proto__() {
      return 'got';
    },
    set __proto__(value) {
      print(`set ${value}`);
    },
  };
  print(object.__proto__); // expect: got
  object.__proto__ = 5; // expect: set 5
  print(Object.getPrototypeOf(object) === Object.prototype); // expect: true
  print(Object.keys(object).join()); // expect: __proto__
  class Named {
    get __proto__() {
      return 'of a class';
    }
    static get __proto__() {
      return 'static';
    }
  }
  print(new Named().__proto__); // expect: of a class
  print(Named.__proto__); // expect: static
  print(Object.getPrototypeOf(Named) === Object.getPrototypeOf(print)); // expect: true
  // One `__proto__: value` beside them is no duplicate.
  const both = {
    __proto__: { inherited: 1 },
    get __proto__() {
      return 2;
    },
  };
  print(both.inherited + both.__proto__); // expect: 3
});
