// super in methods of objects.
// expect-error: super
const o = {
  m() {
    return super.m;
  },
};
