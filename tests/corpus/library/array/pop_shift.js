// Array.prototype.pop and shift: until nothing is left, and with holes.
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
  const list = [1, 2, 3, 4];
  print(list.pop()); // expect: 4
  print(list.shift()); // expect: 1
  print(show(list)); // expect: [2,3]
  print(list.shift() + list.pop()); // expect: 5
  print(list.length); // expect: 0
  print(show(list.pop())); // expect: undefined
  print(show(list.shift())); // expect: undefined
  print(list.length); // expect: 0
  const holes = [, 1, , 2];
  print(show(holes.shift())); // expect: undefined
  print(show(holes)); // expect: [1,_,2]
  print(holes.pop()); // expect: 2
  print(show(holes.pop())); // expect: undefined
  print(show(holes)); // expect: [1]
});
