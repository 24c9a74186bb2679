// Array.prototype.unshift: the new length, order, holes.
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
  const list = [3];
  print(list.unshift(1, 2)); // expect: 3
  print(show(list)); // expect: [1,2,3]
  print(list.unshift()); // expect: 3
  print(show(list)); // expect: [1,2,3]
  const holes = [, 1];
  print(holes.unshift('a')); // expect: 3
  print(show(holes)); // expect: ['a',_,1]
});
