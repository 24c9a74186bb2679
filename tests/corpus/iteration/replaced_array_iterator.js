// A script may replace Array.prototype[Symbol.iterator]: all that iterates arrays obeys, once it is replaced.
const print = vmImport(1);
const original = Array.prototype[Symbol.iterator];
const pass = (...list) => list.join();
let count = 0;

function twice() {
  count++;
  const inner = original.call(this);
  return {
    next() {
      const result = inner.next();
      return result.done ? result : { value: result.value * 2, done: false };
    },
    return() {
      count += 100;
      return {};
    },
    [Symbol.iterator]() {
      return this;
    },
  };
}

function* delegated(list) {
  yield* list;
}

function use(list) {
  const seen = [];
  for (const item of list) seen[seen.length] = item;
  for (const item of [7, 8]) seen[seen.length] = item;
  let [a, b] = list;
  seen[seen.length] = a + b;
  [a, b] = [b, a];
  seen[seen.length] = a;
  seen[seen.length] = b;
  const [first, ...others] = list;
  seen[seen.length] = first;
  seen[seen.length] = others.length;
  let text = `${seen.join()} ${pass(...list)} ${pass(0, ...list)} ${[...list, ...[5]].join()}`;
  text += ` ${Array.from(list).join()} ${[...new Set(list)].join()} ${[...delegated(list)].join()}`;
  return `${text} ${count}`;
}

vmExport(1, () => {
  print(use([1, 2, 3])); // expect: 1,2,3,7,8,3,2,1,1,2 1,2,3 0,1,2,3 1,2,3,5 1,2,3 1,2,3 1,2,3 0
  Array.prototype[Symbol.iterator] = twice;
  print(use([1, 2, 3]));
  // expect: 2,4,6,14,16,6,8,4,2,2 2,4,6 0,2,4,6 2,4,6,10 2,4,6 2,4,6 2,4,6 212
  Array.prototype[Symbol.iterator] = original;
  print(use([1, 2, 3])); // expect: 1,2,3,7,8,3,2,1,1,2 1,2,3 0,1,2,3 1,2,3,5 1,2,3 1,2,3 1,2,3 212
});
