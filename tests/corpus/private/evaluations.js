// Each evaluation of a class has private names of its own.
import { nameOf } from '../shared/name_of.mjs';

const print = vmImport(1);

const make = () =>
  class {
    #field = 1;
    static #shared = 'shared';
    #method() {
      return this.#field++;
    }
    get #getter() {
      return `got ${this.#field}`;
    }
    static field(value) {
      return value.#field;
    }
    static method(value) {
      return value.#method();
    }
    static getter(value) {
      return value.#getter;
    }
    static shared(value) {
      return value.#shared;
    }
    static has(value) {
      return #method in value;
    }
  };

const mix = (Base) =>
  class extends Base {
    #mixed;
    #tell() {
      return `${super.tell?.() ?? 'nothing'} ${this.#mixed}`;
    }
    constructor(first, ...others) {
      super(...others);
      this.#mixed = first;
    }
    tell() {
      return this.#tell();
    }
  };

const [First, Second] = [make(), make()];
const Mixed = mix(mix(Object));
const early = new Mixed(1, 2);
const first = new First();

vmExport(1, () => {
  print(`${First.field(first)} ${First.method(first)} ${First.getter(first)}`); // expect: 1 1 got 2
  print(`${First.has(first)} ${Second.has(first)}`); // expect: true false
  print(nameOf(() => Second.field(first))); // expect: TypeError
  print(nameOf(() => Second.method(first))); // expect: TypeError
  print(nameOf(() => Second.getter(first))); // expect: TypeError
  print(nameOf(() => Second.shared(First))); // expect: TypeError
  print(Second.shared(Second)); // expect: shared

  const Late = make();
  print(`${Late.field(new Late())} ${Late.has(new Late())} ${Late.has(first)}`); // expect: 1 true false
  print(nameOf(() => Late.field(first))); // expect: TypeError

  // One object may have what several evaluations gave it.
  print(early.tell()); // expect: nothing 2 1
  print(new Mixed(3, 4).tell()); // expect: nothing 4 3
  print(new (mix(mix(mix(Object))))('a', 'b', 'c').tell()); // expect: nothing c b a

  const classes = [];
  for (const n of [1, 2]) {
    classes.push(
      class {
        #n = n;
        static read(value) {
          return value.#n;
        }
      },
    );
  }
  print(`${classes[0].read(new classes[0]())} ${classes[1].read(new classes[1]())}`); // expect: 1 2
  print(nameOf(() => classes[0].read(new classes[1]()))); // expect: TypeError
});
