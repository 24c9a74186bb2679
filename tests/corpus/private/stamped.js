// A constructor that returns another object gives it private fields, each once, and to closed objects too.
import { nameOf } from '../shared/name_of.mjs';

const print = vmImport(1);

class Returns {
  constructor(object) {
    return object;
  }
}

class Stamp extends Returns {
  #mark = 'marked';
  #read() {
    return this.#mark;
  }
  static read(value) {
    return value.#read();
  }
  static write(value, mark) {
    value.#mark = mark;
  }
  static has(value) {
    return #mark in value;
  }
}

class Marks extends Returns {
  #only() {
    return 'only';
  }
  static call(value) {
    return value.#only();
  }
}

const frozen = Object.freeze({ a: 1 });
const empty = Object.freeze({});
new Stamp(frozen);
const later = Object.freeze({ b: 1 });
const laterEmpty = Object.freeze({});

class Frozen {
  #count = 0;
  shown = 1;
  constructor() {
    Object.freeze(this);
  }
  add() {
    return ++this.#count;
  }
}
const still = new Frozen();

class Halfway {
  #first = Object.preventExtensions(this);
  #second = 2;
  sum() {
    return this.#first === this ? this.#second : 'other';
  }
}

vmExport(1, () => {
  for (const object of [frozen, empty, later, laterEmpty, {}, function () {}, Object.create(null)]) {
    if (!Stamp.has(object)) new Stamp(object);
    Stamp.write(object, `${Stamp.read(object)}!`);
    print(`${Stamp.read(object)} ${Object.isFrozen(object)} ${typeof object === 'function' || `[${Reflect.ownKeys(object).join()}]`}`);
  }
  // expect: marked! true [a]
  // expect: marked! true []
  // expect: marked! true [b]
  // expect: marked! true []
  // expect: marked! false []
  // expect: marked! false true
  // expect: marked! false []
  print(nameOf(() => (frozen.a = 2))); // expect: TypeError
  print(nameOf(() => (later.c = 2))); // expect: TypeError
  print(nameOf(() => (laterEmpty.c = 2))); // expect: TypeError
  print(nameOf(() => new Stamp(frozen))); // expect: TypeError
  print(nameOf(() => new Stamp(later))); // expect: TypeError
  const object = {};
  new Marks(object);
  print(Marks.call(object)); // expect: only
  print(nameOf(() => new Marks(object))); // expect: TypeError
  print(nameOf(() => Stamp.read(object))); // expect: TypeError

  print(`${still.add()} ${still.add()} ${new Frozen().add()}`); // expect: 1 2 1
  print(nameOf(() => (still.shown = 2))); // expect: TypeError
  print(nameOf(() => (new Frozen().more = 2))); // expect: TypeError
  print(new Halfway().sum()); // expect: 2
  print(nameOf(() => (new Halfway().more = 2))); // expect: TypeError
});
