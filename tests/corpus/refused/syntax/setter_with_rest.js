// The parameter of a setter is no rest parameter.
// expect-error: SyntaxError
export class C { set x(...a) {} }
