// A setter has one parameter.
// expect-error: SyntaxError
export const o = { set x() {} };
