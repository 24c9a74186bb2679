// Array.prototype.find, findIndex, findLast and findLastIndex: holes are undefined.
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
  const list = [5, 12, 8, 130, 44];
  print(list.find((x) => x > 10)); // expect: 12
  print(list.findIndex((x) => x > 10)); // expect: 1
  print(list.findLast((x) => x > 10)); // expect: 44
  print(list.findLastIndex((x) => x > 10)); // expect: 4
  print(show(list.find((x) => x > 1000))); // expect: undefined
  print(list.findIndex((x) => x > 1000)); // expect: -1
  print(show(list.findLast((x) => x > 1000))); // expect: undefined
  print(list.findLastIndex((x) => x > 1000)); // expect: -1
  print([1, , 3].findIndex((x) => x === undefined)); // expect: 1
  print([1, , 3].findLastIndex((x) => x === undefined)); // expect: 1
  print(list.find(function (x) { return x === this.x; }, { x: 8 })); // expect: 8
  let seen = '';
  list.findLast((x, i, all) => { seen += `${x}@${i} `; return all !== list; });
  print(seen + '.'); // expect: 44@4 130@3 8@2 12@1 5@0 .
  print(kind(() => list.find())); // expect: TypeError
  print(kind(() => [].findLastIndex('x'))); // expect: TypeError
});
