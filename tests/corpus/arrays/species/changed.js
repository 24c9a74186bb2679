// What array methods make is what `Array.prototype.constructor` says, and the species of `Array`, of mere arrays too.
const print = vmImport(1);

class Made {
  constructor(length) {
    this.given = length;
  }
}

const list = [3, 1, 2];
const shown = (it) => `${it instanceof Made} ${it.given} ${it[0]} ${it.length}`;
const original = Array.prototype.constructor;

vmExport(1, () => {
  Array.prototype.constructor = { [Symbol.species]: Made };
  try {
    print(shown(list.map((x) => x * 2))); // expect: true 3 6 undefined
    print(shown(list.filter((x) => x < 3))); // expect: true 0 1 undefined
    print(shown(list.slice(1))); // expect: true 2 1 2
    print(shown([5, 6].splice(0, 1))); // expect: true 1 5 1
    print(shown(list.concat(7))); // expect: true 0 3 4
    print(shown([[8]].flat())); // expect: true 0 8 undefined
    print(shown(list.flatMap((x) => [x]))); // expect: true 0 3 undefined
    print(shown(list.toSorted())); // expect: false undefined 1 3
    Array.prototype.constructor = undefined;
    print(shown(list.map((x) => x * 2))); // expect: false undefined 6 3
    Array.prototype.constructor = 1;
    list.map((x) => x);
  } catch (e) {
    print(e instanceof TypeError); // expect: true
  } finally {
    Object.defineProperty(Array.prototype, 'constructor', { value: original, enumerable: false });
  }
  print(shown(list.map((x) => x * 2))); // expect: false undefined 6 3
});
