// break to a label nobody set.
// expect-error: SyntaxError
for (;;) {
  break nowhere;
}
