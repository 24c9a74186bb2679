// Where an image can't see another answer, it doesn't ask: each of these has a reason to be asked, or none.
const print = vmImport(1);

function Made(name) {
  if (!(this instanceof Made)) return new Made(name);
  this.name = name;
}
function Called(name) {
  if (!(this instanceof Called)) return new Called(name);
  this.name = name;
}
class Base {}
class Sub extends Base {}
class Other {}
class Loose {}
class Moved extends Base {}
function Returns(other) {
  return other;
}
function Replaced() {}
const old = new Replaced();
const captured = [new Sub(), new Other(), Object.create(null), [], () => 1, null];

function chains() {
  print(new Made('a').name); // expect: a
  print(new Called('b').name + Called('c').name); // expect: bc
  print(Called.call({}, 'd').name); // expect: d
  print(new Sub() instanceof Base); // expect: true
  print(new Sub() instanceof Other); // expect: false
  print(Sub.prototype instanceof Base); // expect: true
  print(Base.prototype instanceof Base); // expect: false
  print(Object.create(Sub.prototype) instanceof Base); // expect: true
  print(new Returns(new Sub()) instanceof Base); // expect: true
  print(new Returns(new Sub()) instanceof Returns); // expect: false
  print(new Returns(1) instanceof Returns); // expect: true
  print(captured.map((it) => it instanceof Base).join()); // expect: true,false,false,false,false,false
  print(captured.map((it) => it instanceof Object).join()); // expect: true,true,false,true,true,false
  print([] instanceof Array && [] instanceof Object); // expect: true
}

function changes() {
  const loose = new Loose();
  print(loose instanceof Loose); // expect: true
  Object.setPrototypeOf(loose, Other.prototype);
  print(`${loose instanceof Loose} ${loose instanceof Other}`); // expect: false true
  const moved = new Moved();
  print(moved instanceof Base); // expect: true
  Object.setPrototypeOf(Moved.prototype, null);
  print(`${moved instanceof Base} ${moved instanceof Moved}`); // expect: false true
  Replaced.prototype = {};
  print(`${old instanceof Replaced} ${new Replaced() instanceof Replaced}`); // expect: false true
  for (const right of [Other, 1]) {
    try {
      print(loose instanceof right); // expect: true
    } catch (error) {
      print(error instanceof TypeError); // expect: true
    }
  }
}

function errors() {
  try {
    throw new RangeError('far');
  } catch (error) {
    print(error instanceof RangeError && error instanceof Error); // expect: true
  }
  print(Error('plain').message + TypeError('called').message); // expect: plaincalled
}

vmExport(1, chains);
vmExport(2, changes);
vmExport(3, errors);
// call: 1
// call: 2
// call: 3
