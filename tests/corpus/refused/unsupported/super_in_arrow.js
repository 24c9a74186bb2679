// A constructor of a class with fields that calls `super` in an arrow function.
// expect-error: `super()` in an arrow function
class Base {}
class Derived extends Base {
  field = 1;
  constructor() {
    const call = () => super();
    call();
  }
}
