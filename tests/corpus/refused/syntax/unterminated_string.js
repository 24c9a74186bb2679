// A string that ends with its line.
// expect-error: SyntaxError
const s = 'abc;
const t = 1;
