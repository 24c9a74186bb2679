// A labelled function in strict code.
// expect-error: SyntaxError
label: function f() {}
