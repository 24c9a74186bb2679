// Async methods.
// expect-error: async
class A {
  async m() {}
}
