// Which class a private name means.
import { nameOf } from '../shared/name_of.mjs';

const print = vmImport(1);

class Outer {
  #name = 'outer';
  #only = 'only outer';
  make() {
    const outer = this;
    return class Inner {
      #name = 'inner';
      static [`key ${outer.#only}`] = 1;
      tell() {
        return `${this.#name} ${outer.#only} ${#name in outer}`;
      }
      nested = class {
        read = () => outer.#only;
      };
    };
  }
  // What a class extends is evaluated outside of it.
  extend() {
    return class extends (() => {
      const name = this.#name;
      return class {
        name = name;
      };
    })() {
      #name = 'hides';
      all() {
        return `${this.name} ${this.#name}`;
      }
    };
  }
  order(log) {
    const at = (text, value) => (log.push(text), value);
    at('object', this).#name = at('value', 1);
    at('object', this).#name += at('value', 1);
    return this.#name;
  }
}

// A name that is in no instance yet, and a key that a closure asks with before there is one.
let ask;
class Keys {
  #field = 1;
  [((ask = (value) => value.#field), 'key')]() {
    return this.#field;
  }
}

vmExport(1, () => {
  const Inner = new Outer().make();
  print(new Inner().tell()); // expect: inner only outer false
  print(new (new Inner().nested)().read()); // expect: only outer
  print(Object.keys(Inner).join()); // expect: key only outer
  print(new (new Outer().extend())().all()); // expect: outer hides
  const log = [];
  print(new Outer().order(log)); // expect: 2
  print(log.join()); // expect: object,value,object,value
  print(ask(new Keys()) + new Keys().key()); // expect: 2
  print(nameOf(() => ask({}))); // expect: TypeError
  const instance = new (class {
    #x = 1;
    constructor() {
      this.read = () => this.#x;
      this.eachOne = [1, 2].map((n) => n + this.#x);
    }
  })();
  print(`${instance.read()} ${instance.eachOne.join()}`); // expect: 1 2,3

  // A field may hold what is called, and be what a loop assigns.
  class Fields {
    #list = [];
    #add = (item) => void this.#list.push(item);
    fill() {
      this.#add(0);
      this.#add(1);
      return this.#list.length;
    }
    each() {
      const seen = [];
      for (this.#list of [[1], [2, 3]]) seen.push(this.#list.length);
      return seen.join();
    }
  }
  print(`${new Fields().fill()} ${new Fields().each()}`); // expect: 2 1,2
});
