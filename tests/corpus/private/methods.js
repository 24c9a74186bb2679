// Private methods and accessors: of instances and of classes; they can't be written.
import { nameOf } from '../shared/name_of.mjs';

const print = vmImport(1);

class Machine {
  #state = 1;
  #step(by = 1) {
    this.#state += by;
    return this;
  }
  get #double() {
    return this.#state * 2;
  }
  set #double(value) {
    this.#state = value / 2;
  }
  get #onlyGet() {
    return 'got';
  }
  set #onlySet(value) {
    this.#state = value;
  }
  early = this.#step().#state;
  run() {
    this.#step().#step(5);
    this.#double += 4;
    this.#onlySet = this.#state + 100;
    return `${this.#state} ${this.#double} ${this.#onlyGet}`;
  }
  same(other) {
    return this.#step === other.#step;
  }
  writesMethod() {
    this.#step = 1;
  }
  writesGetter(log) {
    this.#onlyGet = log();
  }
  readsSetter() {
    return this.#onlySet;
  }
  addsToMethod() {
    this.#step += 1;
  }
  static call(value) {
    return value.#step();
  }
  static get(value) {
    return value.#onlyGet;
  }
  static set(value) {
    value.#onlySet = 1;
  }
  static has(value) {
    return `${#step in value} ${#double in value} ${#onlySet in value} ${#state in value}`;
  }
}

class Statics {
  static #count = 0;
  static #next() {
    return ++this.#count;
  }
  static get #last() {
    return Statics.#count;
  }
  static set #last(value) {
    this.#count = value;
  }
  static next() {
    return this.#next();
  }
  static reset() {
    Statics.#last = 10;
    return Statics.#last;
  }
  static has(value) {
    return `${#count in value} ${#next in value} ${#last in value}`;
  }
  static late = this.#next();
  static {
    this.block = this.#next() + this.#last;
  }
}

class Heir extends Statics {}

const made = new Machine();

vmExport(1, () => {
  print(made.early); // expect: 2
  print(made.run()); // expect: 110 220 got
  print(made.same(new Machine())); // expect: true
  print(nameOf(() => made.writesMethod())); // expect: TypeError
  print(nameOf(() => made.writesGetter(() => print('value first'))));
  // expect: value first
  // expect: TypeError
  print(nameOf(() => made.readsSetter())); // expect: TypeError
  print(nameOf(() => made.addsToMethod())); // expect: TypeError
  print(nameOf(() => Machine.call({}))); // expect: TypeError
  print(nameOf(() => Machine.get(Object.create(made)))); // expect: TypeError
  print(nameOf(() => Machine.set(null))); // expect: TypeError
  print(Machine.call(made) === made); // expect: true
  print(Machine.has(made)); // expect: true true true true
  print(Machine.has({})); // expect: false false false false
  print(nameOf(() => Machine.has('text'))); // expect: TypeError

  print(`${Statics.late} ${Statics.block}`); // expect: 1 4
  print(`${Statics.next()} ${Statics.reset()} ${Statics.next()}`); // expect: 3 10 11
  print(Statics.has(Statics)); // expect: true true true
  print(Statics.has(Heir)); // expect: false false false
  print(nameOf(() => Heir.next())); // expect: TypeError

  // A static field isn't there before it is initialized.
  print(
    nameOf(() => {
      class Early {
        static before = Early.#late;
        static #late = 1;
      }
      return Early;
    }),
  ); // expect: TypeError

  // Methods see `super`, are generators, and have their fields' closures.
  class Parent {
    hello() {
      return 'hello';
    }
  }
  class Child extends Parent {
    #greet() {
      return `${super.hello()} child`;
    }
    *#count() {
      yield 1;
      yield this.#greet();
    }
    all = () => [...this.#count()].join();
  }
  print(new Child().all()); // expect: 1,hello child
});
