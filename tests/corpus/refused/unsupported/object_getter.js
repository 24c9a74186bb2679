// Getters of objects.
// expect-error: getter
const o = {
  get x() {
    return 1;
  },
};
