// Fields of classes.
// expect-error: field
class A {
  x = 1;
}
