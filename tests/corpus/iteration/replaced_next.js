// What all iterators of arrays inherit may be replaced too, and so may those of strings.
const print = vmImport(1);
const arrays = Object.getPrototypeOf([][Symbol.iterator]());
const strings = Object.getPrototypeOf(''[Symbol.iterator]());
let count = 0;

function replace(prototype) {
  const { next } = prototype;
  prototype.next = function () {
    count++;
    return next.call(this);
  };
  return () => {
    prototype.next = next;
  };
}

function all(source) {
  count = 0;
  let text = '';
  for (const item of source) text += item;
  const [a, b] = source;
  text += a + b;
  text += [...source].join('');
  return `${text} ${count}`;
}

vmExport(1, () => {
  print(all([1, 2])); // expect: 12312 0
  print(all('ab')); // expect: ababab 0
  const undo = [replace(arrays), replace(strings)];
  print(all([1, 2])); // expect: 12312 8
  print(all('ab')); // expect: ababab 8
  const list = [1, 2, 3];
  let seen = '';
  count = 0;
  for (const item of list) {
    // The loop goes on with the method that it began with.
    if (item === 1) undo.forEach((it) => it());
    seen += item;
  }
  print(`${seen} ${count}`); // expect: 123 4
  print(all([1, 2])); // expect: 12312 0
  print(all('ab')); // expect: ababab 0
  let closed = 0;
  Object.prototype.return = function () {
    closed++;
    return {};
  };
  const [one] = list;
  for (const item of list) if (item === one) break;
  delete Object.prototype.return;
  const [two] = list;
  print(`${two} ${closed}`); // expect: 1 2
});
