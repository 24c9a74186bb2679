// Length and characters by index; what isn't an index of a character is undefined.
const print = vmImport(1);

function run() {
  const s = 'hello';
  print(s.length); // expect: 5
  print(''.length); // expect: 0
  print(s[0] + s[4]); // expect: ho
  print(s['1']); // expect: e
  print(s['length']); // expect: 5
  print(s[5] === undefined && s[-1] === undefined && s[1.5] === undefined); // expect: true
  print(s['01'] === undefined && s[NaN] === undefined && s[4294967295] === undefined); // expect: true
  print(s[-0]); // expect: h
  print(s.missing === undefined); // expect: true
  print('literal'[2]); // expect: t
  print(('a' + 'bc').length); // expect: 3
  let reversed = '';
  for (let i = s.length - 1; i >= 0; i--) reversed += s[i];
  print(reversed); // expect: olleh
  print(s[1].length + s[1][0][0]); // expect: 1e
  print(typeof s[0]); // expect: string
}

vmExport(1, run);
