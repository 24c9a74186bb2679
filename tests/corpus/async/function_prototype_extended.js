// Async functions see what a script adds to the object that they inherit from.
import { refuses } from '../shared/outcome.mjs';
const print = vmImport(1);
const parent = Object.getPrototypeOf(async () => {});
parent.shared = 'shared';
let seen;
Object.defineProperty(parent, 'given', {
  get() {
    return this.name;
  },
  set(value) {
    seen = `${this.name} ${value}`;
  },
});
vmExport(1, () => {
  const made = async () => {};
  print(made.shared); // expect: shared
  print(made.given); // expect: made
  made.given = 1;
  print(seen); // expect: made 1
  print('given' in made); // expect: true
  print(refuses(() => (made.constructor = 1))); // expect: TypeError
  print(Object.keys(made).length); // expect: 0
  const plain = () => {};
  print('shared' in plain); // expect: false
  const bound = made.bind(null);
  print(bound.given); // expect: bound made
});
