// with has no place in strict code.
// expect-error: SyntaxError
with ({}) {
}
