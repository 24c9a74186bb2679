// What an iterator gives is taken apart by a pattern. Where that can only be arrays, or undefined at the end, an image
// has nothing that iterates anything else: undefined throws all the same.
const print = vmImport(1);
const map = new Map([['a', 1], ['b', 2]]);

function* gives(value) {
  yield value;
}

function* givesNothing() {
  yield;
}

const throws = f => {
  try {
    f();
    return false;
  } catch (error) {
    return error instanceof TypeError;
  }
};

vmExport(1, () => {
  for (const [key, value] of map) print(key + value);
  // expect: a1
  // expect: b2
  for (const [x] of gives([3])) print(x); // expect: 3
  print(throws(() => { for (const [x] of givesNothing()) print(x); })); // expect: true
  print(throws(() => { const [x] = map.get('c'); })); // expect: true
  const [[first], ...rest] = map;
  print(first + rest.length); // expect: a1
});
