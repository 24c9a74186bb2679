// A constructor that returns a mere array gives it private fields: it stays an array, and frozen if it was.
import { nameOf } from '../shared/name_of.mjs';

const print = vmImport(1);

class Returns {
  constructor(array) {
    return array;
  }
}

class Stamp extends Returns {
  #mark = 'marked';
  static read(value) {
    return value.#mark;
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
    return this.length;
  }
  static call(value) {
    return value.#only();
  }
}

const before = [1, 2];
new Stamp(before);
const later = [3];
const frozen = Object.freeze([4]);

vmExport(1, () => {
  for (const array of [before, later, frozen, [5, , 6]]) {
    const had = Stamp.has(array);
    if (!had) new Stamp(array);
    Stamp.write(array, `${Stamp.read(array)}!`);
    print(`${had} ${Stamp.read(array)} ${Array.isArray(array)} ${array.length} ${Reflect.ownKeys(array).join()}`);
    print(`${nameOf(() => new Stamp(array))} ${nameOf(() => array.push(7))} ${array.join()}`);
  }
  // expect: true marked! true 2 0,1,length
  // expect: TypeError none 1,2,7
  // expect: false marked! true 1 0,length
  // expect: TypeError none 3,7
  // expect: false marked! true 1 0,length
  // expect: TypeError TypeError 4
  // expect: false marked! true 3 0,2,length
  // expect: TypeError none 5,,6,7
  const marked = [1, 2];
  new Marks(marked);
  print(Marks.call(marked)); // expect: 2
  print(nameOf(() => Marks.call(before))); // expect: TypeError
  print(Object.isFrozen(frozen)); // expect: true
});
