// Array.of, and Array with several arguments.
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
  print(show(Array.of(7))); // expect: [7]
  print(show(Array.of(1, 2, 3))); // expect: [1,2,3]
  print(show(Array.of())); // expect: []
  print(show(Array(1, 2))); // expect: [1,2]
  print(show(new Array('3'))); // expect: ['3']
  print(show(Array())); // expect: []
});
