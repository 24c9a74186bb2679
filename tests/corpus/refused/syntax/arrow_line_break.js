// A line break before =>.
// expect-error: SyntaxError
const f = (x)
  => x;
