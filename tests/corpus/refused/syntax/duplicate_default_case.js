// Two defaults of a switch.
// expect-error: SyntaxError
switch (1) {
  default:
  default:
}
