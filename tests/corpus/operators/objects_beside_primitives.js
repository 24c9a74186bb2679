// The primitive beside an object stays what it is until the object is one too: text is joined and compared as text.
const print = vmImport(1);
const word = { toString: () => 'x' };
const seven = { valueOf: () => 7 };
const list = ['1', 2];

vmExport(1, () => {
  print(null + word); // expect: nullx
  print(undefined + word); // expect: undefinedx
  print(true + word); // expect: truex
  print(false + seven); // expect: 7
  print(5 + word); // expect: 5x
  print(word + null); // expect: xnull
  print(seven + true); // expect: 8
  print('3' < word); // expect: true
  print('y' < word); // expect: false
  print('y' >= word); // expect: true
  print('8' > seven); // expect: true
  print(word < 'y'); // expect: true
  print('1,2' == list); // expect: true
  print('x' == word); // expect: true
  print('7' == seven); // expect: true
  print('x' != word); // expect: false
  print(true == { valueOf: () => 1 }); // expect: true
  print(true == { valueOf: () => '1' }); // expect: true
  print('2' - seven); // expect: -5
  print('2' ** { valueOf: () => '3' }); // expect: 8
  let text = null;
  text += word;
  print(text); // expect: nullx
});
