// Rest parameters.
// expect-error: rest
function f(first, ...others) {
  return others;
}
