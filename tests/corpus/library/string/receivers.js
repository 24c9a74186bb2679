// Methods of strings on other receivers; `valueOf` and `toString`.
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
  const trim = { trim: ''.trim };
  print('abc'.toString() + 'def'.valueOf()); // expect: abcdef
  print(kind(() => { const f = ''.trim; f(); })); // expect: TypeError
  print(kind(() => { const f = ''.valueOf; f(); })); // expect: TypeError
  print(kind(() => { const f = ''.toString; f(); })); // expect: TypeError
  print('x'.at === 'y'.at); // expect: true
  print(typeof ''.nothing); // expect: undefined
});
