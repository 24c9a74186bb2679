// A directive in a function with a default parameter.
// expect-error: SyntaxError
function f(x = 1) {
  'use strict';
}
