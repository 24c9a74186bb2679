// Only constructors of classes that extend another one call `super()`.
// expect-error: SyntaxError
export class C extends Object { get x() { super(); } }
