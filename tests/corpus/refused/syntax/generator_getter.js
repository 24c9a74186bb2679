// A getter is no generator.
// expect-error: SyntaxError
const o = {
  get *a() {
    return 1;
  },
};
