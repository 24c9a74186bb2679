// `for-in`: the enumerable keys of an object and of what it inherits from, each once, in order.
const print = vmImport(1);

const keys = (object) => {
  let text = '';
  for (const key in object) text += `${key} `;
  return text + '.';
};
class Base {
  base = 1;
  method() {}
  static create() {}
}
class Child extends Base {
  child = 2;
  method() {}
}
function Old() {
  this.own = 1;
}
Old.prototype.inherited = 2;
Old.prototype.own = 'hidden';
const captured = { b: 1, a: 2, 10: 'ten', 9: 'nine' };
let outer;

vmExport(1, () => {
  print(keys(captured)); // expect: 9 10 b a .
  print(keys([5, , 6])); // expect: 0 2 .
  print(keys('ab')); // expect: 0 1 .
  print(`${keys(null)} ${keys(undefined)} ${keys(5)} ${keys(true)} ${keys({})}`); // expect: . . . . .
  print(keys(new Child())); // expect: base child .
  print(keys(new Old())); // expect: own inherited .
  print(keys({ __proto__: { x: 1, y: 2, __proto__: { z: 3, x: 4 } }, y: 5 })); // expect: y x z .
  print(keys(Object.create(captured))); // expect: 9 10 b a .
  print(keys(Base.prototype)); // expect: .

  // Keys are strings; bindings of all kinds; closures per iteration.
  for (const index in ['x']) print(typeof index); // expect: string
  const getters = [];
  for (let key in { p: 1, q: 2 }) getters.push(() => key);
  print(getters[0]() + getters[1]()); // expect: pq
  for (outer in { last: 1 });
  print(outer); // expect: last
  const object = { log: '' };
  for (object.key in { m: 1, n: 2 }) object.log += object.key;
  print(`${object.log} ${object.key}`); // expect: mn n
  for (const [first, second] in { pair: 1 }) print(first + second); // expect: pa
  for (var { length } in { four: 1 });
  print(length); // expect: 4

  // What is deleted before its turn isn't visited.
  const shrinking = { a: 1, b: 2, c: 3 };
  let visited = '';
  for (const key in shrinking) {
    visited += key;
    delete shrinking.b;
  }
  print(visited); // expect: ac
  const changed = { a: 1, b: 2 };
  let sum = 0;
  for (const key in changed) {
    changed[key] *= 10;
    sum += changed[key];
  }
  print(sum); // expect: 30

  // Ways out.
  const find = (object, value) => {
    for (const key in object) if (object[key] === value) return key;
    return 'none';
  };
  print(`${find(captured, 2)} ${find(captured, 3)}`); // expect: a none
  rows: for (const row in { r: 1, s: 2 }) {
    for (const column in { t: 1, u: 2 }) {
      if (column === 'u') continue rows;
      if (row === 's') break rows;
      print(row + column); // expect: rt
    }
  }
  let caught = 0;
  for (const key in { a: 1, b: 2 }) {
    try {
      if (key === 'a') continue;
      throw key;
    } catch {
      caught++;
    } finally {
      caught += 10;
    }
  }
  print(caught); // expect: 21
  try {
    for (const key in key);
  } catch (error) {
    print(error instanceof ReferenceError); // expect: true
  }
});
