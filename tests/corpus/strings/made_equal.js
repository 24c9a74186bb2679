// Strings made at run time equal literals, as values, as keys and as cases.
const print = vmImport(1);

const letters = 'abcdefghij';

function slice(s, from, to) {
  let out = '';
  for (let i = from; i < to; i++) out += s[i];
  return out;
}

function which(s) {
  switch (s) {
    case 'abc':
      return 'first';
    case 'cde':
      return 'second';
    case '':
      return 'empty';
  }
  return 'none';
}

function run() {
  print(slice(letters, 0, 3) === 'abc'); // expect: true
  print(slice(letters, 2, 5) === slice('xcdex', 1, 4)); // expect: true
  print(which(slice(letters, 0, 3))); // expect: first
  print(which(slice(letters, 2, 5))); // expect: second
  print(which(slice(letters, 2, 2))); // expect: empty
  print(which(slice(letters, 2, 6))); // expect: none
  const o = { abc: 1 };
  print(o[slice(letters, 0, 3)]); // expect: 1
  o[slice(letters, 3, 6)] = 2;
  print(o.def); // expect: 2
  print(slice('lengthy', 0, 6) in []); // expect: true
  print([1, 2][slice('lengthy', 0, 6)]); // expect: 2
  print(typeof 1 === slice('numbers', 0, 6)); // expect: true
  print('' + 12 === slice('0123', 1, 3)); // expect: true
}

vmExport(1, run);
