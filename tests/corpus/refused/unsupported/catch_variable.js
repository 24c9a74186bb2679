// A `var` in a catch clause, of the name of its parameter.
// expect-error: a `var` of the name of a catch parameter
try {
  throw 1;
} catch (error) {
  var error = 2;
}
