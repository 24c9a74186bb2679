// A var over a let of the same function.
// expect-error: SyntaxError
let x = 1;
{
  var x = 2;
}
