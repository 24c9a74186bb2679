export function who() {
  return typeof this;
}
export const makeObject = (n) => ({
  n,
  name() {
    return this.n;
  },
});
export class Kind {
  constructor(n) {
    this.n = n;
  }
  name() {
    return this.n;
  }
}
