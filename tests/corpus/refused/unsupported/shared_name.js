// A name that a parameter's default and the body's declarations share: two variables in one function.
// expect-error: both the parameters and the body
function f(a, get = () => a) {
  var a = 2;
  return get();
}
