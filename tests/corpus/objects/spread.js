// Spread in object literals: own properties in order, over and under those that are named.
const print = vmImport(1);

const show = (object) => {
  let text = '';
  for (const key of Object.keys(object)) text += `${key}=${object[key]} `;
  return text + Object.keys(object).length;
};
const say = (text, value) => {
  print(text);
  return value;
};
const captured = { a: 1, b: 2 };
class Point {
  x = 1;
  y = 2;
  length() {
    return 3;
  }
}

vmExport(1, () => {
  print(show({ ...captured })); // expect: a=1 b=2 2
  print(show({ ...captured, b: 3, c: 4 })); // expect: a=1 b=3 c=4 3
  print(show({ b: 0, ...captured })); // expect: b=2 a=1 2
  print(show({ z: 0, ...captured, ...{ a: 5, d: 6 }, z: 7 })); // expect: z=7 a=5 b=2 d=6 4
  print(show({ ...null, ...undefined, ...1, ...true, ...'' })); // expect: 0
  print(show({ ...'ab', ...[, 'x', 'y'] })); // expect: 0=a 1=x 2=y 3
  print(show({ ...{ 2: 'c', x: 'x', 1: 'b' }, 0: 'a' })); // expect: 0=a 1=b 2=c x=x 4
  const copy = { ...captured };
  copy.a = 9;
  print(`${captured.a} ${copy !== captured}`); // expect: 1 true
  const point = { ...new Point(), z: 3 };
  print(`${show(point)} ${point instanceof Point} ${typeof point.length}`); // expect: x=1 y=2 z=3 3 false undefined
  const inner = {};
  print({ ...{ inner } }.inner === inner); // expect: true
  print(show({ ...say('first', { a: 1 }), [say('key', 'b')]: say('value', 2), ...say('second', { c: 3 }) }));
  // expect: first
  // expect: key
  // expect: value
  // expect: second
  // expect: a=1 b=2 c=3 3
  const { method } = { ...{ method() { return typeof this; } } };
  print(method()); // expect: undefined
  const grown = {};
  for (let i = 0; i < 30; i++) grown[`k${i}`] = i;
  print(Object.keys({ ...grown, ...grown, more: 1 }).length); // expect: 31
});
