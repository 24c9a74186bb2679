// Private names.
// expect-error: private
class A {
  #x;
  has(o) {
    return #x in o;
  }
}
