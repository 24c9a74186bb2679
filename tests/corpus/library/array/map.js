// Array.prototype.map: length and holes stay; arguments of the callback.
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
  print(show([1, 2, 3].map((x) => x * x))); // expect: [1,4,9]
  print(show([1, , 3].map((x) => x * x))); // expect: [1,_,9]
  print(show([1, 2].map((x, i, list) => x + i + list.length))); // expect: [3,5]
  print(show([].map((x) => x))); // expect: []
  print(show([1, 2].map(function (x) { return this.n + x; }, { n: 10 }))); // expect: [11,12]
  const list = [1, 2, 3];
  print(show(list.map((x) => { list[3] = 9; list[2] = 7; return x; }))); // expect: [1,2,7]
  print(list.map((x) => x) === list); // expect: false
  print([, ,].map(() => 1).length); // expect: 2
  print(kind(() => [1].map(undefined))); // expect: TypeError
});
