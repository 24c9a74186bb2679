// Two separators in a row.
// expect-error: SyntaxError
const x = 1__000;
