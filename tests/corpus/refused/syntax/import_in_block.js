// An import that isn't at the top level.
// expect-error: SyntaxError
{
  import './nowhere';
}
