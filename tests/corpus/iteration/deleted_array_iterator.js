// Without Array.prototype[Symbol.iterator], arrays aren't iterable; Object.prototype may have one.
const print = vmImport(1);

function attempt(action) {
  try {
    return action();
  } catch (error) {
    return error.name;
  }
}

function uses(list) {
  const results = [
    attempt(() => {
      for (const item of list) return item;
    }),
    attempt(() => {
      const [item] = list;
      return item;
    }),
    attempt(() => {
      let a;
      [a] = [3];
      return a;
    }),
    attempt(() => [...list].length),
    attempt(() => Math.max(...list)),
    attempt(() => Array.from(list).length),
    attempt(() => new Map([list]).size),
  ];
  return results.join();
}

vmExport(1, () => {
  print(uses([1, 2])); // expect: 1,1,3,2,2,2,1
  const saved = Object.getOwnPropertyDescriptor(Array.prototype, Symbol.iterator);
  print(`${saved.writable} ${saved.enumerable} ${saved.configurable}`); // expect: true false true
  print(delete Array.prototype[Symbol.iterator]); // expect: true
  print(uses([1, 2])); // expect: TypeError,TypeError,TypeError,TypeError,TypeError,2,TypeError
  Object.prototype[Symbol.iterator] = function* () {
    yield 9;
  };
  print(uses([1, 2])); // expect: 9,9,9,1,9,1,TypeError
  delete Object.prototype[Symbol.iterator];
  let reads = 0;
  Object.defineProperty(Array.prototype, Symbol.iterator, {
    configurable: true,
    get() {
      reads++;
      return saved.value;
    },
  });
  print(uses([1, 2])); // expect: 1,1,3,2,2,2,1
  print(reads); // expect: 7
  Object.defineProperty(Array.prototype, Symbol.iterator, saved);
  print(uses([1, 2])); // expect: 1,1,3,2,2,2,1
  print(reads); // expect: 7
});
