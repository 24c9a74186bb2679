// Constructors, methods, and state of the instance.
const print = vmImport(1);

class Counter {
  constructor(start, step) {
    this.n = start;
    this.step = step;
  }
  next() {
    const n = this.n;
    this.n += this.step;
    return n;
  }
  reset(n) {
    this.n = n;
    return this;
  }
}
const built = new Counter(100, 10);

function run() {
  const a = new Counter(0, 1);
  const b = new Counter(5, 5);
  a.next();
  b.next();
  print(a.next() + ' ' + b.next()); // expect: 1 10
  print(a.reset(7).next()); // expect: 7
  print(built.next()); // expect: 100
  print(built.next()); // expect: 110
  print(a instanceof Counter && built instanceof Counter); // expect: true
  print(a.next === b.next); // expect: true
  print(a.constructor === Counter); // expect: true
  print('next' in a && 'n' in a); // expect: true
  print(typeof Counter); // expect: function
  a.next = () => 'own';
  print(a.next()); // expect: own
  delete a.next;
  print(a.next()); // expect: 8
}

vmExport(1, run);
