// Every way to write an arrow function.
const print = vmImport(1);

function run() {
  const none = () => 1;
  const one = x => x + 1;
  const parens = (x) => x + 2;
  const two = (x, y) => x * y;
  const block = (x) => { return x - 1; };
  const nothing = () => {};
  const object = (x) => ({ value: x });
  const curried = (x) => (y) => (z) => x + y + z;
  const conditional = (x) => x ? 'yes' : 'no';
  const sequence = (x) => (x++, x * 2);
  print(none()); // expect: 1
  print(one(1)); // expect: 2
  print(parens(1)); // expect: 3
  print(two(3, 4)); // expect: 12
  print(block(6)); // expect: 5
  print(nothing() === undefined); // expect: true
  print(object('v').value); // expect: v
  print(curried(1)(2)(3)); // expect: 6
  print(conditional(0)); // expect: no
  print(sequence(4)); // expect: 10
  print(((x) => x + x)('ab')); // expect: abab
}

vmExport(1, run);
