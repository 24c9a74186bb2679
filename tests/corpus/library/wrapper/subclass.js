// Classes that extend Number, String and Boolean.
const print = vmImport(1);

class Metres extends Number {
  constructor(value) {
    super(value);
    this.unit = 'm';
  }

  toString() {
    return `${this.valueOf()} ${this.unit}`;
  }
}

class Name extends String {
  get initial() {
    return this[0];
  }
}

class Flag extends Boolean {}

const early = new Metres(3);

vmExport(1, () => {
  print(`${early}`); // expect: 3 m
  print(early * 2); // expect: 6
  print(early instanceof Metres && early instanceof Number); // expect: true
  const name = new Name('Ada');
  print(name.initial + name.length); // expect: A3
  print(name.slice(1)); // expect: da
  print(new Flag(1).valueOf()); // expect: true
  print('unit' in Reflect.construct(Number, [7], Metres)); // expect: false
  print(Reflect.construct(Number, [7], Metres) + 0); // expect: 7
  print(Reflect.construct(Number, [7], Object) instanceof Number); // expect: false
});
