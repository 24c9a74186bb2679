export function who() {
  return typeof this;
}
export function owner(object = this) {
  return typeof object;
}
export const owned = function (object = () => this) {
  return typeof object();
};
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
