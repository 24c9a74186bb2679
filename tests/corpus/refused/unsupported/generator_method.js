// Generator methods.
// expect-error: generator
const o = {
  *m() {
    yield 1;
  },
};
