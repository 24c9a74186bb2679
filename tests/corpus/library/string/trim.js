// String.prototype.trim, trimStart and trimEnd: all that is white space.
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
  print(show('  a b  '.trim())); // expect: 'a b'
  print(show('  a b  '.trimStart())); // expect: 'a b  '
  print(show('  a b  '.trimEnd())); // expect: '  a b'
  print(show('\t\n\v\f\r\u00a0\u1680\u2003\u2028\u2029\u202f\u205f\u3000\ufeffx'.trim())); // expect: 'x'
  print('x\u180e\u200b'.trim().length); // expect: 3
  print(show('   '.trim())); // expect: ''
  print(show(''.trim())); // expect: ''
});
