// Functions made after the snapshot can construct, have a prototype, and take properties of their own.
const print = vmImport(1);

function maker(unit) {
  return function Length(value) {
    this.text = value + unit;
  };
}

function counter() {
  function next() {
    return ++next.count;
  }
  next.count = 0;
  return next;
}

vmExport(1, () => {
  const Metres = maker('m');
  const Feet = maker('ft');
  Metres.prototype.show = function () {
    return `${this.text}!`;
  };
  const length = new Metres(3);
  print(length.show()); // expect: 3m!
  print(length instanceof Metres); // expect: true
  print(length instanceof Feet); // expect: false
  print(new Feet(1).show === undefined); // expect: true
  print(Metres.prototype.constructor === Metres); // expect: true
  const a = counter();
  const b = counter();
  a();
  print(`${a()} ${b()} ${a.count}`); // expect: 2 1 2
});
