// An export of what nobody declares.
// expect-error: SyntaxError
export { nowhere };
