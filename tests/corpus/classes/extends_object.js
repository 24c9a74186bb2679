// Classes that extend Object, whose constructor gives other classes an object of their own.
const print = vmImport(1);

class Point extends Object {
  x = 1;
  constructor(y) {
    super(y);
    this.y = y;
  }
  sum() {
    return this.x + this.y;
  }
}
class Plain extends Object {}
const early = new Point(2);

vmExport(1, () => {
  const point = new Point(10);
  print(early.sum()); // expect: 3
  print(point.sum()); // expect: 11
  print(point instanceof Point && point instanceof Object); // expect: true
  print(Object.keys(point).join()); // expect: x,y
  print(new Plain({ z: 1 }).z === undefined); // expect: true
  print(new Object({ z: 1 }).z); // expect: 1
  print(Object(7) + Object({ valueOf: () => 1 })); // expect: 8
});
