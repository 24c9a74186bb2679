// String.prototype.isWellFormed and toWellFormed: lone surrogates.
const print = vmImport(1);

vmExport(1, () => {
  print('a😀'.isWellFormed()); // expect: true
  print('a\ud83d'.isWellFormed()); // expect: false
  print('\ude00a'.isWellFormed()); // expect: false
  print(''.isWellFormed()); // expect: true
  print('a\ud83db\ude00'.toWellFormed()); // expect: a�b�
  print('a😀'.toWellFormed()); // expect: a😀
  print('\ud83d\ude00'.toWellFormed() === '😀'); // expect: true
});
