// Deleting what is inherited.
// expect-error: `delete` of a property of `super`
class Derived extends Object {
  method() {
    delete super.name;
  }
}
