// Array.prototype.every and some: arguments of the callback, holes, when they stop.
const print = vmImport(1);

// The class of what a function throws.
function kind(run) {
  try {
    run();
  } catch (error) {
    if (error instanceof TypeError) return 'TypeError';
    if (error instanceof RangeError) return 'RangeError';
    if (error instanceof SyntaxError) return 'SyntaxError';
    return 'something else';
  }
  return 'nothing';
}

vmExport(1, () => {
  print([1, 2, 3].every((x) => x > 0)); // expect: true
  print([1, -2, 3].every((x) => x > 0)); // expect: false
  print([].every(() => false)); // expect: true
  print([1, -2, 3].some((x) => x < 0)); // expect: true
  print([1, 2, 3].some((x) => x < 0)); // expect: false
  print([].some(() => true)); // expect: false
  let seen = '';
  [1, , 3, 4].every((x, i, list) => {
    seen += `${x}@${i}/${list.length} `;
    return x < 3;
  });
  print(seen + '.'); // expect: 1@0/4 3@2/4 .
  seen = '';
  [1, , 3, 4].some((x, i, list) => {
    seen += `${x}@${i}/${list.length} `;
    return x === 3;
  });
  print(seen + '.'); // expect: 1@0/4 3@2/4 .
  print([1].every(function () { return this.yes; }, { yes: true })); // expect: true
  print([1].some(function () { return this === undefined; })); // expect: true
  print(kind(() => [1].every())); // expect: TypeError
  print(kind(() => [].some(1))); // expect: TypeError
});
