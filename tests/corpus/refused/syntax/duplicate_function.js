// A function and a const of one block.
// expect-error: SyntaxError
{
  const f = 1;
  function f() {}
}
