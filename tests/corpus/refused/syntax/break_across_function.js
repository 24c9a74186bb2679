// break to a label outside of the function.
// expect-error: SyntaxError
loop: for (;;) {
  (() => {
    break loop;
  })();
}
