// Getters and setters of classes: of instances and of the class, with keys of every form, inherited and
// overridden.
// call: 1
// call: 2
const print = vmImport(1);

class Temperature {
  static made = 0;
  constructor(celsius) {
    this.celsius = celsius;
    Temperature.count++;
  }
  get fahrenheit() {
    return this.celsius * 2 + 30;
  }
  set fahrenheit(value) {
    this.celsius = (value - 30) / 2;
  }
  static get count() {
    return this.made;
  }
  static set count(value) {
    this.made = value;
  }
  get ['com' + 'puted']() {
    return 'computed';
  }
  static get 5() {
    return 'five';
  }
}

function test(Temperature) {
  const it = new Temperature(10);
  print(it.fahrenheit);
  it.fahrenheit = 70;
  print(it.celsius);
  print(it.computed);
  print(Temperature[5]);
  print(Object.keys(it).join());
  print('fahrenheit' in it);
  print(it.hasOwnProperty('fahrenheit'));
  return Temperature.count;
}

vmExport(1, () => {
  // expect: 50
  // expect: 20
  // expect: computed
  // expect: five
  // expect: celsius
  // expect: true
  // expect: false
  print(test(Temperature)); // expect: 1

  class Kelvin extends Temperature {
    get fahrenheit() {
      return -1;
    }
    static get count() {
      return 'overridden';
    }
  }
  // Overriding the getter hides the inherited setter.
  const it = new Kelvin(3); // counts by the setter of Temperature
  print(it.fahrenheit); // expect: -1
  try {
    it.fahrenheit = 5;
    print('wrong');
  } catch (error) {
    print(error instanceof TypeError); // expect: true
  }
  print(it.celsius); // expect: 3
  print(Kelvin.count); // expect: overridden
  print(Temperature.count); // expect: 2
});

// Made after the snapshot.
vmExport(2, () => {
  class Box {
    constructor(value) {
      this.value = value;
    }
    get twice() {
      return this.value * 2;
    }
    set twice(value) {
      this.value = value / 2;
    }
    static get empty() {
      return new this(0);
    }
  }
  class Sub extends Box {
    get thrice() {
      return this.value * 3;
    }
  }
  const box = new Sub(4);
  print(box.twice + box.thrice); // expect: 20
  box.twice = 2;
  print(box.value); // expect: 1
  print(Sub.empty instanceof Sub); // expect: true
  print(Sub.empty.twice); // expect: 0
});
