// `arguments` has an iterator of its own, whatever becomes of the one that arrays inherit.
const print = vmImport(1);

function largest() {
  return Math.max(...arguments);
}

function list() {
  return [0, ...arguments].join();
}

vmExport(1, () => {
  const old = Array.prototype[Symbol.iterator];
  Array.prototype[Symbol.iterator] = function* () {
    yield 100;
  };
  const found = [largest(3, 4), list(1, 2)];
  Array.prototype[Symbol.iterator] = old;
  print(found.join(' ')); // expect: 4 0,1,2
});
