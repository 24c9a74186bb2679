// Boolean as a function, and its prototype.
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
  print(Boolean(1)); // expect: true
  print(Boolean('')); // expect: false
  print(Boolean('false')); // expect: true
  print(Boolean(null)); // expect: false
  print(Boolean([])); // expect: true
  print(Boolean(NaN)); // expect: false
  print(Boolean()); // expect: false
  print(true.toString()); // expect: true
  print(false.valueOf()); // expect: false
  print(true.constructor === Boolean); // expect: true
  print([0, 1, '', 'a'].filter(Boolean).join()); // expect: 1,a
  print(kind(() => { const f = true.toString; f(); })); // expect: TypeError
});
