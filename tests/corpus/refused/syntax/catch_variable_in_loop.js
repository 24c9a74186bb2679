// A variable of the name of a catch parameter is the function's, past what declares that name between.
// expect-error: SyntaxError
for (let e of []) {
  try {
  } catch (e) {
    var e;
  }
}
