// String.prototype.toLowerCase and toUpperCase: ASCII, pairs, mappings to several letters, the final sigma.
const print = vmImport(1);
const text = 'Grüße, JÜRGEN!';

vmExport(1, () => {
  print('Hello, World 123'.toUpperCase()); // expect: HELLO, WORLD 123
  print('Hello, World 123'.toLowerCase()); // expect: hello, world 123
  print('@[`{'.toUpperCase() + '@[`{'.toLowerCase()); // expect: @[`{@[`{
  print(text.toUpperCase()); // expect: GRÜSSE, JÜRGEN!
  print(text.toLowerCase()); // expect: grüße, jürgen!
  print('àÿĀāſıİ'.toUpperCase()); // expect: ÀŸĀĀSIİ
  print('ÀŸĀāİK'.toLowerCase().length); // expect: 7
  print('ΑΣ ΣΑΣ Σ ΑΣΑ ΑΣ.'.toLowerCase()); // expect: ας σας σ ασα ας.
  print("ΑΣ'Α ΑΣ' 𐐀Σ".toLowerCase()); // expect: ασ'α ας' 𐐨ς
  print('A\u{e0001}Σ'.toLowerCase() + 'A\u{e01ef}ΣA'.toLowerCase() === 'a\u{e0001}ςa\u{e01ef}σa'); // expect: true
  print('ΑΣς ΑΣΣ'.toLowerCase()); // expect: ασς ασς
  print('ǄǅǆǇ'.toLowerCase() + 'Ǆǅǆ'.toUpperCase()); // expect: ǆǆǆǉǄǄǄ
  print('ﬁ ᾳ ŉ'.toUpperCase() + '\u0390'.toUpperCase().length); // expect: FI ΑΙ ʼN3
  print('𐐨x𞤢'.toUpperCase()); // expect: 𐐀X𞤀
  print('日本語 ١٢٣'.toUpperCase()); // expect: 日本語 ١٢٣
  print('Я ж ֏ Ა ა'.toLowerCase() + 'ა'.toUpperCase()); // expect: я ж ֏ ა აᲐ
  print('\ud801'.toLowerCase() === '\ud801'); // expect: true
  print('İ'.toLocaleUpperCase() + 'I'.toLocaleLowerCase()); // expect: İi
  print(String.prototype.toUpperCase.call(true)); // expect: TRUE
});
