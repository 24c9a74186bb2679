// A parameter is declared once.
// expect-error: SyntaxError
export const o = { set x([a, a]) {} };
