// An export that isn't at the top level.
// expect-error: SyntaxError
function f() {
  export const x = 1;
}
