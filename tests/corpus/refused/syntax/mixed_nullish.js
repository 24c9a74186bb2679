// ?? and || need parentheses.
// expect-error: SyntaxError
const x = 1 || 2 ?? 3;
