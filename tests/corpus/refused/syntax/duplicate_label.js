// A label inside the same label.
// expect-error: SyntaxError
a: {
  a: ;
}
