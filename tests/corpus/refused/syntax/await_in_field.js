// The initializer of a field doesn't await, though the module does.
// expect-error: SyntaxError
await 1;
class C {
  field = await 1;
}
