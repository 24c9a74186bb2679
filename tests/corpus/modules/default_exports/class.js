export default class {
  constructor(name) {
    this.name = name;
  }
  hello() {
    return 'hello ' + this.name;
  }
}
