// Static blocks.
// expect-error: static
class A {
  static {
    A.x = 1;
  }
}
