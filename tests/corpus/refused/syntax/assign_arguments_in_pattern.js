// `arguments` isn't a target, though a default beside it may use it.
// expect-error: SyntaxError
function f() {
  [a = (arguments, 1), { arguments }] = [];
}
let a;
