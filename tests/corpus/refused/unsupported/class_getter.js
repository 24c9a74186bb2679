// Getters of classes.
// expect-error: getter
class A {
  get x() {
    return 1;
  }
}
