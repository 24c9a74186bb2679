// A constructor is no generator.
// expect-error: SyntaxError
class C {
  *constructor() {}
}
