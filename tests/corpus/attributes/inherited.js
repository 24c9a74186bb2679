// Attributes and accessors on prototypes, of objects that exist at the snapshot and of later ones.
const print = vmImport(1);

function kind(f) {
  try {
    return f();
  } catch (error) {
    return error.name;
  }
}

function Point(x) {
  this.x = x;
}
Object.defineProperty(Point.prototype, 'kind', { value: 'point' });
Object.defineProperty(Point.prototype, 'double', {
  get() {
    return this.x * 2;
  },
  set(value) {
    this.x = value / 2;
  },
});
class Strict {
  constructor(kind) {
    this.kind = kind; // a TypeError: it is inherited and can't be written
  }
}
Object.setPrototypeOf(Strict.prototype, Point.prototype);
class Field extends Point {
  kind = 'field'; // defines, whatever is inherited
  double = 'own';
}
const early = new Point(1);

vmExport(1, () => {
  for (const it of [early, new Point(1)]) {
    print(it.kind); // expect: point
    print(kind(() => (it.kind = 'x'))); // expect: TypeError
    it.double = 10;
    print(it.x); // expect: 5
    print(Object.keys(it).join()); // expect: x
    Object.defineProperty(it, 'kind', { value: 'own', writable: true });
    it.kind = 'changed';
    print(it.kind); // expect: changed
  }
  // expect: point
  // expect: TypeError
  // expect: 5
  // expect: x
  // expect: changed
  print(kind(() => new Strict('x'))); // expect: TypeError
  const field = new Field(3);
  print(`${field.kind} ${field.double} ${field.x}`); // expect: field own 3
  print({ __proto__: early, kind: 1, double: 2 }.double); // expect: 2
  const spread = { __proto__: Point.prototype, ...{ kind: 'spread' } };
  print(spread.kind); // expect: spread
  print(kind(() => Object.assign(Object.create(Point.prototype), { kind: 1 }))); // expect: TypeError
  Object.defineProperty(Point.prototype, 'late', { get: () => 'late', configurable: true });
  print(early.late + field.late); // expect: latelate
  print(kind(() => (field.late = 1))); // expect: TypeError
  delete Point.prototype.late;
  field.late = 1;
  print(field.late); // expect: 1
});
