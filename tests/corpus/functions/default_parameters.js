// Default parameters: evaluated at each call that needs them, from left to right, in a scope of theirs.
const print = vmImport(1);

let count = 0;
const next = () => ++count;
let outer = 'outer';

function plain(a, b = a + 1, c = a + b) {
  return `${a} ${b} ${c}`;
}
const arrow = (a = next(), b = next()) => `${a} ${b}`;
const taken = ({ x = 1, y: [z] = 'w' } = {}, ...[first = 'none']) => `${x} ${z} ${first}`;
function own(a = outer, get = () => a) {
  a = 'assigned';
  return get();
}
function inBody(a = outer) {
  var outer = 'inner';
  return `${a} ${outer}`;
}
function self(n, f = n === 0 ? () => 'end' : () => self(n - 1)) {
  return f();
}
class Point {
  constructor(x = 0, y = x) {
    this.x = x;
    this.y = y;
  }
  plus({ x, y } = new Point(1)) {
    return new Point(this.x + x, this.y + y);
  }
}

vmExport(1, () => {
  print(plain(1)); // expect: 1 2 3
  print(plain(1, undefined, 5)); // expect: 1 2 5
  print(plain(1, null)); // expect: 1 null 1
  print(plain()); // expect: undefined NaN NaN
  print(arrow()); // expect: 1 2
  print(arrow('a')); // expect: a 3
  print(arrow('a', 'b')); // expect: a b
  print(count); // expect: 3
  print(taken()); // expect: 1 w none
  print(taken({ x: 2, y: [3] }, 4)); // expect: 2 3 4
  print(own()); // expect: assigned
  print(inBody()); // expect: outer inner
  print(self(3)); // expect: end
  const { x, y } = new Point(3).plus();
  print(`${x} ${y}`); // expect: 4 4
  print(new Point(undefined, 2).x); // expect: 0

  // Parameters that come later are in their dead zone, and so is the parameter itself.
  for (const f of [(a = b, b) => a, (a = 1) => a, (a = () => b, b = a()) => a, ([a = b], b) => a]) {
    try {
      f([]);
      print('called');
    } catch (error) {
      print(error instanceof ReferenceError);
    }
  }
  // expect: called
  // expect: called
  // expect: false
  // expect: true
  try {
    ((a = b, b) => a)();
  } catch (error) {
    print(error instanceof ReferenceError); // expect: true
  }
  try {
    ((a, b = () => { throw a; }, c = b()) => print('never'))('thrown');
  } catch (error) {
    print(error); // expect: thrown
  }
  // Closures keep the parameters of their own call.
  const makers = [];
  for (const i of [1, 2]) makers.push(((a = i, get = () => a++) => get)());
  print(`${makers[0]()} ${makers[0]()} ${makers[1]()}`); // expect: 1 2 2
});
