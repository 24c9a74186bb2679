// Declarations of resources.
// expect-error: using
// node: skip — node 20 lacks it
function f(resource) {
  using r = resource;
}
