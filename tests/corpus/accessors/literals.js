// Getters and setters in object literals: which function runs with which `this`, keys of every form, and what
// replaces what.
const print = vmImport(1);

vmExport(1, () => {
  const point = {
    x: 3,
    get double() {
      return this.x * 2;
    },
    set double(value) {
      this.x = value / 2;
    },
    y: 5,
  };
  print(point.double); // expect: 6
  point.double = 20;
  print(point.x); // expect: 10
  print(point['double']); // expect: 20
  print(point.y); // expect: 5

  const name = 'some';
  const odd = {
    get [name + 'thing']() {
      return 'computed';
    },
    get 7() {
      return 'seven';
    },
    get 'a key'() {
      return 'quoted';
    },
    get 0x10() {
      return 'sixteen';
    },
    get get() {
      return 'get';
    },
    set set(value) {
      print(`set ${value}`);
    },
    get if() {
      return 'if';
    },
  };
  print(odd.something); // expect: computed
  print(odd[7]); // expect: seven
  print(odd['7']); // expect: seven
  print(odd['a key']); // expect: quoted
  print(odd[16]); // expect: sixteen
  print(odd.get); // expect: get
  odd.set = 1; // expect: set 1
  print(odd.if); // expect: if
  print(odd.set === undefined); // expect: true

  // These are no accessors.
  const get = 1;
  const plain = { get, set: 2, async: 3 };
  print(plain.get + plain.set); // expect: 3
  const methods = {
    get() {
      return 'a method';
    },
    set(value) {
      return value;
    },
  };
  print(methods.get()); // expect: a method
  print(methods.set(4)); // expect: 4

  // The later definition replaces the earlier one, and a getter leaves a setter.
  const first = { a: 1, get a() { return 2; } };
  print(first.a); // expect: 2
  const second = { get a() { return 2; }, a: 1 };
  print(second.a); // expect: 1
  second.a = 3;
  print(second.a); // expect: 3
  const third = { get a() { return 1; }, set a(v) { print(`v ${v}`); }, get a() { return 2; } };
  print(third.a); // expect: 2
  third.a = 5; // expect: v 5
  const fourth = { set a(v) { print('first'); }, a: 1, get a() { return 7; } };
  print(fourth.a); // expect: 7
  try {
    fourth.a = 1;
  } catch (error) {
    print(error instanceof TypeError); // expect: true
  }
});
