// String.prototype.at, charAt, charCodeAt and codePointAt, with characters of two units.
import { show } from '../../shared/show.mjs';

const print = vmImport(1);

vmExport(1, () => {
  const text = 'añ😀z';
  print(text.length); // expect: 5
  print(text.at(0) + text.at(-1)); // expect: az
  print(show(text.at(9))); // expect: undefined
  print(show(text.at(-9))); // expect: undefined
  print(text.charAt(1)); // expect: ñ
  print(show(text.charAt(9))); // expect: ''
  print(show(text.charAt(-1))); // expect: ''
  print('abc'.charAt(1.9) + 'abc'.charAt('2') + 'abc'.charAt()); // expect: bca
  print(text.charCodeAt(0)); // expect: 97
  print(text.charCodeAt(1)); // expect: 241
  print(text.charCodeAt(2)); // expect: 55357
  print(text.charCodeAt(3)); // expect: 56832
  print(show(text.charCodeAt(99))); // expect: NaN
  print(show(text.charCodeAt(-1))); // expect: NaN
  print(text.codePointAt(2)); // expect: 128512
  print(text.codePointAt(3)); // expect: 56832
  print(text.codePointAt(4)); // expect: 122
  print(show(text.codePointAt(5))); // expect: undefined
  print('\ud83d'.codePointAt(0)); // expect: 55357
  print('\u{10ffff}'.codePointAt(0)); // expect: 1114111
});
