// Methods added to and taken from a class after its instances exist.
const print = vmImport(1);

class Shape {
  area() {
    return 0;
  }
  describe() {
    return 'area ' + this.area();
  }
}
const built = new Shape();

function run() {
  Shape.prototype.area = function () {
    return this.w * this.h;
  };
  built.w = 3;
  built.h = 4;
  print(built.describe()); // expect: area 12
  Shape.prototype.twice = function () {
    return this.area() * 2;
  };
  print(built.twice()); // expect: 24
  print(new Shape().twice() !== new Shape().twice()); // expect: true
  delete Shape.prototype.twice;
  print(built.twice === undefined); // expect: true
  print(Shape.prototype.constructor === Shape); // expect: true
  built.area = () => 'own';
  print(built.describe()); // expect: area own
}

vmExport(1, run);
