// A function can't end the loop around it.
// expect-error: SyntaxError
for (;;) {
  [1].forEach(() => {
    break;
  });
}
