// Two constructors.
// expect-error: SyntaxError
class A {
  constructor() {}
  constructor(x) {}
}
