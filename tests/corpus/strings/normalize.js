// Unicode's normalization forms, and comparing by them.
// heap: large — the tables are for a larger image than a device's
const print = vmImport(1);
const FORMS = ['NFC', 'NFD', 'NFKC', 'NFKD'];

function codes(text) {
  const list = [];
  for (const c of text) list.push(c.codePointAt(0).toString(16));
  return list.join(' ');
}

function all(text) {
  return FORMS.map((form) => codes(text.normalize(form))).join('; ');
}

vmExport(1, () => {
  print(all('plain')); // expect: 70 6c 61 69 6e; 70 6c 61 69 6e; 70 6c 61 69 6e; 70 6c 61 69 6e
  print(all('\u00c5')); // expect: c5; 41 30a; c5; 41 30a
  print(all('\u212b')); // expect: c5; 41 30a; c5; 41 30a
  print(all('\u1e9b\u0323')); // expect: 1e9b 323; 17f 323 307; 1e69; 73 323 307
  print(all('\ufb01\u2460\uff21')); // expect: fb01 2460 ff21; fb01 2460 ff21; 66 69 31 41; 66 69 31 41
  print(all('\uac01\u1100\u1161')); // expect: ac01 ac00; 1100 1161 11a8 1100 1161; ac01 ac00; 1100 1161 11a8 1100 1161
  print(all('a\u0315\u0300\u05ae\u0062')); // expect: e0 5ae 315 62; 61 5ae 300 315 62; e0 5ae 315 62; 61 5ae 300 315 62
  print(all('\u0344\u2adc')); // expect: 308 301 2add 338; 308 301 2add 338; 308 301 2add 338; 308 301 2add 338
  print(all('\ud804\udc9a\ud834\udd5e')); // expect: 1109a 1d157 1d165; 11099 110ba 1d157 1d165; 1109a 1d157 1d165; 11099 110ba 1d157 1d165
  print(all("\ud835\udc00\ud87e\udc00\ufdfa").length); // expect: 188
  print('\u1100\u1161\u11a8'.normalize().length); // expect: 1
  print('\ud800a\udc00'.normalize('NFKD') === '\ud800a\udc00'); // expect: true
  print('\u0958'.normalize().length + ' ' + 'e\u0301'.normalize(undefined).length); // expect: 2 1
  try {
    'a'.normalize('nfc');
  } catch (error) {
    print(error.name); // expect: RangeError
  }
  try {
    String.prototype.normalize.call(null);
  } catch (error) {
    print(error.name); // expect: TypeError
  }
  print(String.prototype.normalize.call(1e21, 'NFC')); // expect: 1e+21
  print(String.prototype.normalize.length + ' ' + String.prototype.localeCompare.length); // expect: 0 1
  print('o\u0308'.localeCompare('\u00f6') + ' ' + 'a'.localeCompare('b') + ' ' + 'b'.localeCompare('a')); // expect: 0 -1 1
  print('\u212b'.localeCompare('A\u030a') + ' ' + 'undefined'.localeCompare()); // expect: 0 0
});
