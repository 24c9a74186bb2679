// Array.prototype.slice: ranges from either end, holes, a new array.
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

vmExport(1, () => {
  const list = [1, 2, 3, 4, 5];
  print(show(list.slice())); // expect: [1,2,3,4,5]
  print(show(list.slice(2))); // expect: [3,4,5]
  print(show(list.slice(1, 3))); // expect: [2,3]
  print(show(list.slice(-2))); // expect: [4,5]
  print(show(list.slice(-4, -1))); // expect: [2,3,4]
  print(show(list.slice(3, 1))); // expect: []
  print(show(list.slice(9))); // expect: []
  print(show(list.slice(undefined, undefined))); // expect: [1,2,3,4,5]
  print(show(list.slice('1', 2.9))); // expect: [2]
  print(show([1, , 3].slice(1))); // expect: [_,3]
  print(list.slice() === list); // expect: false
});
