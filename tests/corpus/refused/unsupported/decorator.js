// Decorators.
// expect-error: decorator
// node: skip — node 20 lacks them
const d = (x) => x;
@d
class A {}
