// A let named let.
// expect-error: SyntaxError
let let = 1;
