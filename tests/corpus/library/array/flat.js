// Array.prototype.flat and flatMap: depth, holes, what isn't an array.
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
  print(show([1, [2, [3, [4]]]].flat())); // expect: [1,2,[3,[4]]]
  print(show([1, [2, [3, [4]]]].flat(2))); // expect: [1,2,3,[4]]
  print(show([1, [2, [3, [4]]]].flat(Infinity))); // expect: [1,2,3,4]
  print(show([1, [2, [3]]].flat(0))); // expect: [1,[2,[3]]]
  print(show([1, [2, [3]]].flat(-1))); // expect: [1,[2,[3]]]
  print(show([1, , [2, , 3]].flat())); // expect: [1,2,3]
  print(show(['ab', ['c']].flat())); // expect: ['ab','c']
  print(show([].flat())); // expect: []
  print(show([1, 2].flatMap((x) => [x, x * 10]))); // expect: [1,10,2,20]
  print(show([1, 2].flatMap((x) => [[x]]))); // expect: [[1],[2]]
  print(show([1, 2, 3].flatMap((x) => (x === 2 ? [] : x)))); // expect: [1,3]
  print(show([1, , 3].flatMap((x, i) => i))); // expect: [0,2]
  print(show([1].flatMap(function () { return this.list; }, { list: [7, 8] }))); // expect: [7,8]
  print(kind(() => [1].flatMap())); // expect: TypeError
});
