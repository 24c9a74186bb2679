// A class has a `prototype` already.
// expect-error: SyntaxError
export class C { static get prototype() { return 1; } }
