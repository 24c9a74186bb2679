// Static methods.
// expect-error: static
class A {
  static m() {}
}
