// Assigning throws for what is inherited and frozen, even if it is the library's and nothing else names it.
// node: skip — it freezes what all scripts share there
// call: 1
// call: 2
// call: 3("hasOwnProperty")
import { refuses } from '../shared/outcome.mjs';
const print = vmImport(1);
Object.freeze(Object.getPrototypeOf(''));
vmExport(1, () => {
  const list = [];
  const like = Object.create(Array.prototype);
  like.find = 1;
  print(like.find); // expect: 1
  Object.freeze(Array.prototype);
  print(refuses(() => (list.map = 1))); // expect: TypeError
  print(refuses(() => (like.filter = 1))); // expect: TypeError
  like.find = 2;
  print(like.find); // expect: 2
});
vmExport(2, () => {
  const object = {};
  object.toString = 1;
  Object.freeze(Object.prototype);
  print(refuses(() => (object.valueOf = 1))); // expect: TypeError
  const text = Object.create(String.prototype);
  print(refuses(() => (text.trim = 1))); // expect: TypeError
});
vmExport(3, (key) => {
  const object = {};
  print(refuses(() => (object[key] = 1))); // expect: TypeError
  // Its name says what the key may be.
  print('hasOwnProperty' in object); // expect: true
});
