// Declarations take values apart by arrays and objects, nested, with defaults, rest and computed keys.
const print = vmImport(1);

const { top, deep: { inner: [, second] } } = { top: 'top', deep: { inner: ['first', 'second'] } };
export const [one, { two = 'two' }] = ['one', {}];
var { a = 1, ['b' + 'c']: bc, 0: zero, 'odd key': odd } = { bc: 2, 0: 'zero', 'odd key': 3 };

vmExport(1, () => {
  print(`${top} ${second} ${one} ${two}`); // expect: top second one two
  print(`${a} ${bc} ${zero} ${odd}`); // expect: 1 2 zero 3

  let [x, y = x + 1, ...others] = [10];
  print(`${x} ${y} ${others.length}`); // expect: 10 11 0
  [x, , y, ...others] = [1, 2, 3, 4, 5];
  print(`${x} ${y} ${others[0]} ${others[1]} ${others.length}`); // expect: 1 3 4 5 2
  const [[p, [q]], { r: { s } }] = [[1, [2]], { r: { s: 3 } }];
  print(p + q + s); // expect: 6
  const [...[first, ...more]] = [7, 8, 9];
  print(`${first} ${more.length}`); // expect: 7 2
  const { length } = 'four';
  print(length); // expect: 4
  const { length: size, [size - 1]: last } = ['u', 'v', 'w'];
  print(`${size} ${last}`); // expect: 3 w

  // Only undefined is replaced.
  const { m = 'default', n = 'default', o = 'default' } = { m: null, n: 0, o: undefined };
  print(`${m} ${n} ${o}`); // expect: null 0 default
  const [h = 'hole', i = 'none'] = [, ];
  print(`${h} ${i}`); // expect: hole none

  // Without names there is still a value.
  const [] = [1];
  const {} = { x: 1 };
  const [, ] = [];

  // Variables of different storage: captured, changed in a try block.
  let [captured, changed] = [1, 2];
  const get = () => captured++ + changed;
  try {
    [changed, captured] = [20, 10];
    throw 0;
  } catch {
    print(`${get()} ${get()}`); // expect: 30 31
  }
  for (let [index, list] = [0, 'abc']; index < list.length; index++) print(list[index]);
  // expect: a
  // expect: b
  // expect: c
});
