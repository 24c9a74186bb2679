// A constructor of a class with fields that calls `super` at two places.
// expect-error: `super()` at several places
class Base {}
class Derived extends Base {
  field = 1;
  constructor(either) {
    if (either) super();
    else super();
  }
}
