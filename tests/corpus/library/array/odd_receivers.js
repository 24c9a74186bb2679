// Methods of arrays on what is none, and lengths that are no whole numbers.
const print = vmImport(1);

function attempt(f) {
  try {
    return `${f()}`;
  } catch (error) {
    return error instanceof TypeError ? 'TypeError' : 'another error';
  }
}

vmExport(1, () => {
  print(attempt(() => Array.prototype.concat.call(undefined, 1))); // expect: TypeError
  print(attempt(() => Array.prototype.concat.call(null))); // expect: TypeError
  print(attempt(() => Array.prototype.toString.call('abc'))); // expect: [object String]
  print(attempt(() => Array.prototype.toString.call({ join: 1 }))); // expect: [object Object]
  print(attempt(() => Array.prototype.toString.call({ join: () => 'joined' }))); // expect: joined
  const list = { length: 1.9, 0: 'a', 1: 'b' };
  print([...Array.prototype.values.call(list)].join()); // expect: a
  print([...Array.prototype.keys.call({ length: '2' })].join()); // expect: 0,1
  print([...Array.prototype.entries.call({ length: NaN })].length); // expect: 0
  print(Array(-0).length); // expect: 0
});
