// Array.prototype.copyWithin: both directions, overlaps, holes.
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
  print(show([1, 2, 3, 4, 5].copyWithin(0, 3))); // expect: [4,5,3,4,5]
  print(show([1, 2, 3, 4, 5].copyWithin(1, 0))); // expect: [1,1,2,3,4]
  print(show([1, 2, 3, 4, 5].copyWithin(0, 3, 4))); // expect: [4,2,3,4,5]
  print(show([1, 2, 3, 4, 5].copyWithin(-2, -3, -1))); // expect: [1,2,3,3,4]
  print(show([1, 2, 3, 4, 5].copyWithin(0, 1, 99))); // expect: [2,3,4,5,5]
  print(show([1, , 3, , 5].copyWithin(0, 1))); // expect: [_,3,_,5,5]
  print(show([1, 2, 3].copyWithin(5, 0))); // expect: [1,2,3]
  print(show([1, 2, 3].copyWithin(1))); // expect: [1,1,2]
  const list = [1, 2];
  print(list.copyWithin(0, 1) === list); // expect: true
});
