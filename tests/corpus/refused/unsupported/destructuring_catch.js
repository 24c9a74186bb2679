// Destructuring of an exception.
// expect-error: destructuring
function f() {
  try {
    return 1;
  } catch ({ message }) {
    return message;
  }
}
