// `super.x` looks in the prototype of the object that the method was made for, and keeps `this`.
const print = vmImport(1);

class A {
  x = 'A field';
  static s = 'A static';
  who() {
    return `A ${this.id}`;
  }
  static who() {
    return `static A ${this.id}`;
  }
}
A.prototype.value = 'A value';
class B extends A {
  static id = 'B';
  id = 'b';
  who() {
    return `B ${super.who()}`;
  }
  static who() {
    return `static B ${super.who()} ${super.s}`;
  }
  value_() {
    return super.value;
  }
  computed(key) {
    return super[key];
  }
  call(key, ...args) {
    return super[key](...args);
  }
  arrow() {
    return (() => () => super.who())()();
  }
  set(value) {
    super.value = value;
    return this.value;
  }
  change() {
    super.number = 5;
    super.number += 1;
    return `${this.number}`;
  }
  missing() {
    return super.missing;
  }
  optional() {
    return super.missing?.() ?? 'none';
  }
  fromField = () => super.who();
  static fromField = super.who();
  spread(...keys) {
    return [...keys.length > 0 ? super[keys[0]] : ''].length;
  }
}
class C extends B {}
const base = { greet() { return `base ${this.name}`; }, kind: 'base' };

vmExport(1, () => {
  const c = new C();
  print(c.who()); // expect: B A b
  print(B.who()); // expect: static B static A B A static
  print(C.who()); // expect: static B static A B A static
  print(c.value_()); // expect: A value
  print(c.computed('value')); // expect: A value
  print(c.call('who')); // expect: A b
  print(c.arrow()); // expect: A b
  print(c.fromField()); // expect: A b
  print(B.fromField); // expect: static A B
  print(`${c.set('own')} ${A.prototype.value}`); // expect: own A value
  print(c.change()); // expect: NaN
  print(`${c.missing()} ${c.optional()}`); // expect: undefined none
  print(c.spread('value')); // expect: 7
  // The method takes its home along.
  const thief = { id: 'thief', who: B.prototype.who };
  print(thief.who()); // expect: B A thief
  try {
    c.call('nothing');
  } catch (error) {
    print(error instanceof TypeError); // expect: true
  }

  // The parent's method is looked up each time.
  A.prototype.who = () => 'replaced';
  print(c.who()); // expect: B replaced

  // In object literals.
  const make = (name) => ({
    name,
    toText() {
      return 'own';
    },
    read() {
      return `${super.missing} ${super.toText}`;
    },
    nested: { toText: 1, read() { return typeof super.hasOwnProperty; } },
  });
  print(make('m').read()); // expect: undefined undefined
  const readers = [];
  for (let i = 0; i < 2; i++) readers.push({ i, get_() { return super.constructor === undefined || this.i; } });
  print(`${readers[0].get_()} ${readers[1].get_()}`.length > 0); // expect: true
  print(base.greet.name === undefined || true); // expect: true
});
