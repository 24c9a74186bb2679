// One name exported twice.
// expect-error: SyntaxError
const a = 1, b = 2;
export { a, b as a };
