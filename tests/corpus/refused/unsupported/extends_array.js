// A class whose instances would be arrays.
// expect-error: extend `Array`
class List extends Array {
  last() {
    return this[this.length - 1];
  }
}
