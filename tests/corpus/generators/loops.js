// Variables of loops live across yields, each iteration's own where closures capture them.
// call: 1
// call: 2
import { values } from '../shared/generators.mjs';
const print = vmImport(1);
function* range(n) {
  for (let i = 0; i < n; i++) {
    if (i === 2) continue;
    if (i === 5) break;
    yield i;
  }
  return n;
}
function* closures() {
  const functions = [];
  for (let i = 0; i < 3; i++) {
    functions.push(() => i);
    yield i;
    i += 0;
  }
  for (const f of functions) yield f() * 10;
  return functions.length;
}
function* matrix(rows) {
  outer: for (const row of rows) {
    for (const cell of row) {
      if (cell === 0) continue outer;
      yield cell;
    }
    yield '|';
  }
}
function* keys(object) {
  for (const key in object) yield key;
}
function* fibonacci() {
  let [a, b] = [0, 1];
  while (true) {
    yield a;
    [a, b] = [b, a + b];
  }
}
function* countdown(n) {
  do {
    yield n--;
  } while (n > 0);
}
function* switches(n) {
  switch (yield 'which') {
    case n:
      yield 'n';
    case yield 'case':
      yield 'through';
      break;
    default:
      yield 'default';
  }
}
vmExport(1, () => {
  print(values(range(4))); // expect: 0 1 3 =4
  print(values(range(9))); // expect: 0 1 3 4 =9
  print(values(closures())); // expect: 0 1 2 0 10 20 =3
  print(values(matrix([[1, 2], [3, 0, 4], [5]]))); // expect: 1 2 | 3 5 | =undefined
  print(values(keys({ a: 1, b: 2 }))); // expect: a b =undefined
  print(values(countdown(3))); // expect: 3 2 1 =undefined
});
vmExport(2, () => {
  const it = fibonacci();
  let text = '';
  for (let i = 0; i < 10; i++) text += `${it.next().value} `;
  print(text + it.return('end').value); // expect: 0 1 1 2 3 5 8 13 21 34 end
  const one = switches(1);
  print(`${one.next().value} ${one.next(1).value} ${one.next().value} ${one.next().done}`); // expect: which n through true
  const two = switches(1);
  print(`${two.next().value} ${two.next(2).value} ${two.next(2).value} ${two.next().done}`); // expect: which case through true
  const other = switches(1);
  print(`${other.next().value} ${other.next(2).value} ${other.next(3).value} ${other.next().done}`); // expect: which case default true
});
