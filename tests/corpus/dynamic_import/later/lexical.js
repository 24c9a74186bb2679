import './reader.js';
export const five = 5;
export class Point {
  #x;
  constructor(x) {
    this.#x = x;
  }
  toString() {
    return `Point(${this.#x})`;
  }
}
