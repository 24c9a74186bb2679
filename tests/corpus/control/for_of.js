// `for-of` over arrays and strings: a binding per iteration, the length read at each step.
const print = vmImport(1);

const table = [3, 1, 2];
let shared;

vmExport(1, () => {
  let sum = 0;
  for (const n of table) sum += n;
  print(sum); // expect: 6
  for (const c of 'h\u{1F600}') print(c.length);
  // expect: 1
  // expect: 2
  for (const nothing of []) print('never');
  for (const [key, { value }] of [['a', { value: 1 }], ['b', { value: 2 }]]) print(`${key}=${value}`);
  // expect: a=1
  // expect: b=2
  for (let n of table) {
    n *= 2;
    if (n === 2) continue;
    print(n);
  }
  // expect: 6
  // expect: 4
  for (var last of table);
  print(last); // expect: 2
  for (shared of 'xyz');
  print(shared); // expect: z
  const object = { list: [] };
  for (object.current of table) object.list.push(object.current);
  print(`${object.list.length} ${object.current}`); // expect: 3 2
  for ([shared, object.other = 'default'] of [[1], [2, 3]]) print(`${shared} ${object.other}`);
  // expect: 1 default
  // expect: 2 3

  // Holes are undefined; elements added or dropped while the loop runs are seen or not.
  for (const x of [1, , 2]) print(x === undefined);
  // expect: false
  // expect: true
  // expect: false
  const growing = [1, 2];
  for (const n of growing) if (growing.length < 5) growing.push(n * 10);
  print(growing.length); // expect: 5
  const shrinking = [1, 2, 3, 4];
  let steps = 0;
  for (const n of shrinking) {
    shrinking.length--;
    steps++;
  }
  print(steps); // expect: 2
  let replaced = [1, 2];
  for (const n of replaced) {
    replaced = [];
    print(n);
  }
  // expect: 1
  // expect: 2

  // Closures keep the variables of their iteration.
  const getters = [];
  for (const [i, text] of [[0, 'p'], [1, 'q']]) {
    let own = i;
    getters.push(() => `${text}${own++}`);
  }
  print(`${getters[0]()} ${getters[0]()} ${getters[1]()}`); // expect: p0 p1 q1

  // Ways out.
  const find = (wanted) => {
    for (const n of table) if (n === wanted) return `found ${n}`;
    return 'none';
  };
  print(find(1)); // expect: found 1
  print(find(9)); // expect: none
  outer: for (const a of table) {
    for (const b of table) {
      if (b === 1) continue outer;
      if (a === 2) break outer;
      print(`${a}${b}`);
    }
  }
  // expect: 33
  // expect: 13
  for (const n of table) {
    try {
      if (n === 1) continue;
      if (n === 2) throw 'thrown';
      print(n);
    } catch (error) {
      print(error);
    } finally {
      print('finally');
    }
    // expect: 3
    // expect: finally
    // expect: finally
    // expect: thrown
    // expect: finally
  }
});
