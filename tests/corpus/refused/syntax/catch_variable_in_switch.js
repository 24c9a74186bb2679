// A variable of the name of a catch parameter is the function's, past what declares that name between.
// expect-error: SyntaxError
switch (1) {
  case 1:
    let e;
    try {
    } catch (e) {
      var e;
    }
}
