// `yield` may stand anywhere in an expression: what was evaluated before it keeps its value.
// call: 1
// call: 2
// call: 3
import { text } from '../shared/generators.mjs';
const print = vmImport(1);
const show = (result) => print(text(result));
function run(it, ...sent) {
  let out = '';
  let result = it.next();
  for (const value of sent) {
    out += `${result.value} `;
    result = it.next(value);
  }
  print(`${out}${result.value} ${result.done}`);
}
function list(...values) {
  return values.join('-');
}
const object = {
  name: 'o',
  join(a, b) {
    return `${this.name}${a}${b}`;
  },
};
class Pair {
  constructor(a, b) {
    this.text = `${a}&${b}`;
  }
}
let log = '';
function note(text) {
  log += text;
  return text;
}
function* operands(x) {
  return x + (yield 1) * (yield 2) - x;
}
function* call() {
  return list(note('a'), yield log, note('b'), yield log);
}
function* method() {
  return object.join(yield 'first', yield 'second');
}
function* computed() {
  return object[yield 'key'](1, yield 'argument');
}
function* construct() {
  return new Pair(yield 'a', yield 'b').text;
}
function* spread() {
  return list(...[yield 1, 2, ...(yield 2)], yield 3);
}
function* template() {
  return `${yield 1}:${yield 2}:${1 + 1}`;
}
function* literals() {
  const o = { a: yield 1, [yield 2]: yield 3, b: [yield 4, 'x'] };
  return `${o.a}${o.key}${o.b}`;
}
function* logical() {
  return ((yield 1) && (yield 2)) || (yield 3);
}
function* conditional() {
  return (yield 1) ? yield 2 : yield 3;
}
function* target() {
  const o = { n: 5 };
  o[yield 'key'] = yield 'value';
  o.n += yield 'add';
  return `${o.k} ${o.n}`;
}
function* sequence() {
  return yield (yield 1, yield 2);
}
function* chained() {
  return (yield 1)?.[yield 2]?.(yield 3);
}
function* nothing() {
  yield;
  yield yield yield;
}
vmExport(1, () => {
  run(operands(10), 3, 4); // expect: 1 2 12 true
  log = '';
  run(call(), 1, 2); // expect: a ab a-1-b-2 true
  run(method(), 'x', 'y'); // expect: first second oxy true
  run(computed(), 'join', 'z'); // expect: key argument o1z true
  run(construct(), 1, 2); // expect: a b 1&2 true
});
vmExport(2, () => {
  run(spread(), 'p', ['q', 'r'], 's'); // expect: 1 2 3 p-2-q-r-s true
  run(template(), 'a', 'b'); // expect: 1 2 a:b:2 true
  run(literals(), 1, 'key', 3, 4); // expect: 1 2 3 4 134,x true
  run(logical(), 1, 0, 'last'); // expect: 1 2 3 last true
  run(logical(), 0, 'third'); // expect: 1 3 third true
  run(conditional(), true, 'yes'); // expect: 1 2 yes true
  run(conditional(), false, 'no'); // expect: 1 3 no true
});
vmExport(3, () => {
  run(target(), 'k', 'v', 2); // expect: key value add v 7 true
  run(sequence(), 'a', 'b', 'c'); // expect: 1 2 b c true
  run(chained(), undefined); // expect: 1 undefined true
  run(chained(), { f: (x) => x + 1 }, 'f', 4); // expect: 1 2 3 5 true
  run(nothing(), 1, 2, 3, 4); // expect: undefined undefined 2 3 undefined true
});
