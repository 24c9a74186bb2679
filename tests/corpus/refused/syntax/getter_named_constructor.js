// The constructor of a class is no accessor.
// expect-error: SyntaxError
export class C { get constructor() { return 1; } }
