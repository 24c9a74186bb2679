// Length and index count UTF-16 code units, however the text is stored.
const print = vmImport(1);

function run() {
  const s = 'aé€😀z';
  print(s.length); // expect: 6
  print(s[0] + s[1] + s[2] + s[5]); // expect: aé€z
  print(s[3] === '\ud83d'); // expect: true
  print(s[4] === '\ude00'); // expect: true
  print(s[3] + s[4]); // expect: 😀
  print(s[6] === undefined); // expect: true
  print('é'.length + '€'.length + '😀'.length); // expect: 4
  print('e\u0301'.length); // expect: 2
  print('ÿ\u0100'[1] === '\u0100'); // expect: true
  print('\uffff'.length); // expect: 1
  print('日本語'[1]); // expect: 本
  let copy = '';
  for (let i = 0; i < s.length; i++) copy += s[i];
  print(copy === s); // expect: true
  print(copy); // expect: aé€😀z
  let x = 'é';
  for (let i = 0; i < 5; i++) x = x + x;
  print(x.length + x[31]); // expect: 32é
}

vmExport(1, run);
