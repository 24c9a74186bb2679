// Static fields.
// expect-error: static
class A {
  static x = 1;
}
