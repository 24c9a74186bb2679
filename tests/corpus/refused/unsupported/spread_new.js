// Spread arguments of a constructor.
// expect-error: spread
function f(list) {
  return new f(...list);
}
