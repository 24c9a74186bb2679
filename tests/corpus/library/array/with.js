// Array.prototype.with: one element changed in a copy.
const print = vmImport(1);

// A list as text: holes are _, strings have quotes.
function show(list) {
  if (list === undefined || list === null || typeof list === 'boolean') return `${list}`;
  if (typeof list === 'number') return list === 0 && 1 / list < 0 ? '-0' : `${list}`;
  if (typeof list === 'string') return `'${list}'`;
  let text = '';
  for (let i = 0; i < list.length; i++) {
    text += (i > 0 ? ',' : '') + (i in list ? show(list[i]) : '_');
  }
  return `[${text}]`;
}

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
  const list = [1, 2, 3];
  print(show(list.with(1, 9))); // expect: [1,9,3]
  print(show(list.with(-1, 9))); // expect: [1,2,9]
  print(show(list)); // expect: [1,2,3]
  print(show([1, , 3].with(0, 0))); // expect: [0,undefined,3]
  print(kind(() => list.with(3, 0))); // expect: RangeError
  print(kind(() => list.with(-4, 0))); // expect: RangeError
});
