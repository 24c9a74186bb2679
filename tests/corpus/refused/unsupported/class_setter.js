// Setters of classes.
// expect-error: setter
class A {
  set x(v) {}
}
