// Setters of objects.
// expect-error: setter
const o = {
  set x(v) {},
};
