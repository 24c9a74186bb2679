// Classes that extend others: constructors, methods, fields, static members, `instanceof`.
const print = vmImport(1);

class Shape {
  name = 'shape';
  static count = 0;
  static create(...args) {
    Shape.count++;
    return new this(...args);
  }
  constructor(label) {
    this.label = label;
  }
  area() {
    return 0;
  }
  describe() {
    return `${this.name} ${this.label}: ${this.area()}`;
  }
}
class Square extends Shape {
  name = 'square';
  constructor(label, side) {
    super(label);
    this.side = side;
  }
  area() {
    return this.side * this.side + super.area();
  }
}
class Named extends Square {
  describe() {
    return `named ${super.describe()}`;
  }
}
class Empty extends Named {}
class Old extends Function_ {
  extra = this.made + 1;
}
function Function_(made) {
  this.made = made;
}
Function_.prototype.twice = function () {
  return this.made * 2;
};
const captured = new Named('captured', 3);

vmExport(1, () => {
  print(captured.describe()); // expect: named square captured: 9
  const square = new Square('s', 2);
  print(square.describe()); // expect: square s: 4
  print(new Empty('e', 4).describe()); // expect: named square e: 16
  print(`${square instanceof Square} ${square instanceof Shape} ${square instanceof Named}`); // expect: true true false
  print(`${captured instanceof Shape} ${new Empty() instanceof Shape}`); // expect: true true
  print(new Shape('plain').describe()); // expect: shape plain: 0

  // Static members are inherited, with the class that was named as `this`.
  const created = Empty.create('c', 1);
  print(`${created instanceof Empty} ${Empty.count} ${Shape.count}`); // expect: true 1 1
  Square.count = 'own';
  print(`${Square.count} ${Named.count} ${Shape.count}`); // expect: own own 1
  print(`${'create' in Empty} ${'missing' in Empty}`); // expect: true false

  const old = new Old(5);
  print(`${old.extra} ${old.twice()} ${old instanceof Function_}`); // expect: 6 10 true
  print(`${square.constructor === Square} ${new Empty().constructor === Empty}`); // expect: true true

  // Made while the program runs.
  const mixin = (Base) => class extends Base {
    tag = 'mixed';
    describe() {
      return `${this.tag} ${super.describe()}`;
    }
  };
  const Mixed = mixin(mixin(Square));
  const mixed = new Mixed('m', 1);
  print(mixed.describe()); // expect: mixed mixed square m: 1
  print(`${mixed instanceof Square} ${Mixed.create('n', 2).area()}`); // expect: true 4
  class Late extends Named {
    static create(label) {
      return super.create(label, 10);
    }
  }
  print(Late.create('late').describe()); // expect: named square late: 100

  // The library's classes.
  class Failure extends Error {
    name = 'Failure';
    constructor(code, message) {
      super(message);
      this.code = code;
    }
  }
  try {
    throw new Failure(7, 'failed');
  } catch (error) {
    print(`${error.name} ${error.message} ${error.code}`); // expect: Failure failed 7
    print(`${error instanceof Failure} ${error instanceof Error} ${error instanceof TypeError}`); // expect: true true false
  }
  class Deeper extends (class extends TypeError {}) {}
  print(new Deeper('x') instanceof TypeError); // expect: true
  print(new Deeper('x').message); // expect: x
});
