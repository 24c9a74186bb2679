// Number without an argument, and with undefined.
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
  print(Number()); // expect: 0
  print(show(Number(undefined))); // expect: NaN
  print(Number(' 12 ')); // expect: 12
  print([' 1', '2 ', 'x'].map(Number).join()); // expect: 1,2,NaN
});
