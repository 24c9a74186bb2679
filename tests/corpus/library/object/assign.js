// Object.assign: order, strings, nullish sources, the target itself.
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
  const target = { a: 1 };
  print(Object.assign(target, { b: 2 }, null, { a: 3, c: 4 }) === target); // expect: true
  print(show(Object.entries(target))); // expect: [['a',3],['b',2],['c',4]]
  print(show(Object.entries(Object.assign({}, 'ab', 5, [7])))); // expect: [['0',7],['1','b']]
  print(kind(() => Object.assign(null, {}))); // expect: TypeError
  print(Object.assign({}).constructor === Object); // expect: true
});
