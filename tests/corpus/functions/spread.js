// Spread in calls and `new`: any number of arguments, from arrays and strings.
// heap: large — it spreads sixty arguments, more than the stack of a small device holds
const print = vmImport(1);

function show(a, b, c) {
  return `${a} ${b} ${c}`;
}
const sum = (...list) => {
  let sum = 0;
  for (const n of list) sum += n;
  return sum;
};
const object = {
  base: 100,
  add(...list) {
    return this.base + sum(...list);
  },
};
class Point {
  constructor(x, y) {
    this.x = x;
    this.y = y;
  }
}
function Old() {
  return { made: true };
}
const say = (text, value) => {
  print(text);
  return value;
};
const captured = [1, 2, 3];

vmExport(1, () => {
  print(show(...[1, 2, 3])); // expect: 1 2 3
  print(show(...'ab')); // expect: a b undefined
  print(show(0, ...[1], 2)); // expect: 0 1 2
  print(show(...[], ...[1], ...'x')); // expect: 1 x undefined
  print(show(...[, 1])); // expect: undefined 1 undefined
  print(sum(...captured, ...captured)); // expect: 12
  print(object.add(...captured)); // expect: 106
  print(object['add'](1, ...captured)); // expect: 107
  print(object?.add?.(...captured)); // expect: 106
  print((0, object.add)?.name === undefined || true); // expect: true
  const point = new Point(...[3, 4]);
  print(`${point.x} ${point.y} ${point instanceof Point}`); // expect: 3 4 true
  print(`${new Point(...'z').y}`); // expect: undefined
  print(new Old(...captured).made); // expect: true
  print(...[5, 6]); // expect: 5
  const pushed = [0];
  print(pushed.push(...captured, 'end')); // expect: 5
  print(pushed[4]); // expect: end
  print(((...a) => (...b) => a.length * 10 + b.length)(...captured)(...'four')); // expect: 34

  // More than a stack segment holds, several levels deep, into functions of all kinds.
  const many = [];
  for (let i = 0; i < 60; i++) many[i] = i;
  print(sum(...many)); // expect: 1770
  print(sum(...many, ...many)); // expect: 3540
  print(show(...many)); // expect: 0 1 2
  print(new Point(...many).y); // expect: 1
  print(...many); // expect: 0
  const nested = (n, ...list) => (n === 0 ? sum(...list) : nested(n - 1, ...list));
  print(nested(5, ...many)); // expect: 1770

  // The order of evaluation; what an argument throws, and what isn't callable.
  show(...say('first', [1]), say('second', 2), ...say('third', []));
  // expect: first
  // expect: second
  // expect: third
  for (const wrong of [
    () => say('callee', null)(...say('argument', [])),
    () => new (say('class', () => 1))(...say('argument', [])),
    () => Point(...[1, 2]),
    () => show(...say('value', 5), say('never')),
    () => many.missing(...many),
  ]) {
    try {
      wrong();
    } catch (error) {
      print(error instanceof TypeError);
    }
  }
  // expect: callee
  // expect: argument
  // expect: true
  // expect: class
  // expect: argument
  // expect: true
  // expect: true
  // expect: value
  // expect: true
  // expect: true
  try {
    ((...list) => { throw list.length; })(...many);
  } catch (error) {
    print(error); // expect: 60
  }
});
