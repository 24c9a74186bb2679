// yield is no operand of an operator of higher precedence.
// expect-error: SyntaxError
function* f() {
  return 1 + yield 2;
}
