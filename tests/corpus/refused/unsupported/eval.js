// Evaluation of text.
// expect-error: eval
function f() {
  return eval('1 + 1');
}
