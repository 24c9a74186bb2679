// Private methods.
// expect-error: private
class A {
  #m() {}
}
