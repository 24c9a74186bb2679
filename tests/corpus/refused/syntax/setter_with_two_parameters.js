// A setter has one parameter.
// expect-error: SyntaxError
export class C { set x(a, b) {} }
