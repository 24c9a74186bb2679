// continue in a switch outside of loops.
// expect-error: SyntaxError
switch (1) {
  case 1:
    continue;
}
