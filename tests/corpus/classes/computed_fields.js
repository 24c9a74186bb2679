// Fields with computed keys, before and behind a constructor that is written out.
const print = vmImport(1);

let count = 0;
const next = () => `k${++count}`;

class Before {
  constructor() {
    this.f = 0;
  }
  [next()] = 1;
}
class Behind {
  [next()] = 2;
  constructor() {
    this.f = 0;
  }
}
class Both extends Before {
  [next()] = () => this;
  constructor() {
    super();
    this.g = 0;
  }
  [0] = 3;
}

vmExport(1, () => {
  print(Object.keys(new Before()).join()); // expect: k1,f
  print(Object.keys(new Behind()).join()); // expect: k2,f
  const both = new Both();
  print(Object.keys(both).join()); // expect: 0,k1,f,k3,g
  print(both.k3() === both); // expect: true
  for (let i = 0; i < 2; i++) {
    class Inner {
      constructor() {
        this.i = i;
      }
      [`x${i}`] = i;
    }
    print(Object.keys(new Inner()).join()); // expect: x0,i
    // expect: x1,i
  }
});
