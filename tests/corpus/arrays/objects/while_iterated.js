// What is iterated by index may become an array object meanwhile.
const print = vmImport(1);

function total() {
  const list = [1, 2, 3];
  for (const x of list) list.total = (list.total ?? 0) + x;
  print(list.total);
}

function each(change, list = [1, 2, 3]) {
  const seen = [];
  for (const x of list) {
    if (seen.length === 0) change(list);
    seen.push(x);
  }
  print(seen.join());
}

function* lazily(list) {
  for (const x of list) yield x;
}

const waiting = [1, 2, 3];
const started = lazily(waiting);
started.next();

function early() {
  const list = [1, 2, 3];
  for (const x of list) {
    list.last = x;
    if (x === 2) break;
  }
  try {
    for (const x of list) throw x;
  } catch (x) {
    print(`${list.last} ${x}`);
  }
}

function patterns() {
  const list = [1, undefined, 3, 4];
  const [a, b = (list.b = 5), c, ...others] = list;
  print(`${a} ${b} ${c} ${others.join()}`);
  const pairs = [['x', 1], ['y', 2]];
  for (const [key, value] of pairs) {
    pairs[key] = value;
    pairs[value === 1 ? 0 : 1].seen = true;
  }
  print(`${pairs.x} ${pairs.y} ${pairs[1].seen} ${pairs.length}`);
  const ends = [1];
  const [, second = (ends.x = 1), third = 'none'] = ends;
  print(`${second} ${third}`);
}

vmExport(1, () => {
  total(); // expect: 6
  each((list) => (list.name = 'n')); // expect: 1,2,3
  each((list) => Object.preventExtensions(list)); // expect: 1,2,3
  each((list) => Object.seal(list)); // expect: 1,2,3
  each((list) => Object.freeze(list)); // expect: 1,2,3
  each((list) => Object.setPrototypeOf(list, { push: 1 })); // expect: 1,2,3
  each((list) => Object.defineProperty(list, 2, { get: () => 'got' })); // expect: 1,2,got
  each((list) => {
    list.name = 'n';
    list.push(4);
  }); // expect: 1,2,3,4
  each((list) => {
    list.name = 'n';
    list.length = 2;
  }); // expect: 1,2
  waiting.name = 'n';
  print([...started].join()); // expect: 2,3
  early(); // expect: 2 1
  patterns();
  // expect: 1 5 3 4
  // expect: 1 2 true 2
  // expect: 1 none
});
