// Classes that extend Promise: what `then` and the statics give is of their class.
const print = vmImport(1);

class Counted extends Promise {
  count = 0;
  constructor(executor) {
    super(executor);
    this.count++;
  }
  twice() {
    return this.then((value) => value * 2);
  }
}

class Plain extends Promise {
  static get [Symbol.species]() {
    return Promise;
  }
}

vmExport(1, () => {
  const promise = new Counted((resolve) => resolve(21));
  print(promise.count); // expect: 1
  const next = promise.twice();
  print(next instanceof Counted); // expect: true
  print(Counted.resolve(promise) === promise); // expect: true
  print(Promise.resolve(promise) === promise); // expect: false
  print(Counted.all([]) instanceof Counted); // expect: true
  print(promise.finally(() => {}) instanceof Counted); // expect: true
  const plain = Plain.resolve(1);
  print(plain instanceof Plain); // expect: true
  print(plain.then(() => {}) instanceof Plain); // expect: false
  next.then(print);
  (async () => print(await promise))();
  // expect: 42
  // expect: 21
});
