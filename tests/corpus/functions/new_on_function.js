// `new` makes an object with the function's prototype; an object result replaces it, a primitive one doesn't.
const print = vmImport(1);

function Point(x, y) {
  this.x = x;
  this.y = y;
}

function ReturnsObject() {
  this.own = true;
  return { replaced: true };
}

function ReturnsPrimitive() {
  this.own = 'kept';
  return 5;
}

function ReturnsNull() {
  this.own = 'kept';
  return null;
}

function ReturnsFunction() {
  return Point;
}

function ReturnsArray() {
  return [1, 2];
}

function run() {
  const p = new Point(1, 2);
  print(p.x + p.y); // expect: 3
  print(p instanceof Point); // expect: true
  print(p.constructor === Point); // expect: true
  print(Point.prototype.constructor === Point); // expect: true

  const o = new ReturnsObject();
  print(o.replaced); // expect: true
  print('own' in o); // expect: false
  print(o instanceof ReturnsObject); // expect: false
  print(new ReturnsPrimitive().own); // expect: kept
  print(new ReturnsNull().own); // expect: kept
  print(new ReturnsFunction() === Point); // expect: true
  print(new ReturnsArray().length); // expect: 2

  // Without arguments the parentheses may be missing.
  const q = new Point;
  print(q.x === undefined); // expect: true
  // The constructor may be any expression, and is found before its arguments are computed.
  const space = { inner: { Point: Point } };
  print(new space.inner.Point(3, 4).y); // expect: 4
  print(new (pick())(5, 6).x); // expect: 5
  let which = Point;
  const made = new which((which = ReturnsObject, 9), 0);
  print(made.x); // expect: 9
}

function pick() {
  return Point;
}

vmExport(1, run);
