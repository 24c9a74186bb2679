// continue to a label that isn't a loop's.
// expect-error: SyntaxError
for (;;) {
  block: {
    continue block;
  }
}
