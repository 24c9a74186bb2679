// `typeof` compared with a name, where analysis knows the answer and where it doesn't.
const print = vmImport(1);
const onlyText = value => (typeof value === 'string' ? 'text' : 'other');
const neverText = value => (typeof value === 'string' ? 'text' : 'other');
const notNumber = value => typeof value !== 'number';
const flag = value => typeof value === 'boolean';
const any = value => (typeof value === 'number' ? 'number' : typeof value === 'string' ? 'text' : 'other');

vmExport(1, () => {
  print(onlyText('a')); // expect: text
  print(onlyText(`${1}`)); // expect: text
  print(neverText(1)); // expect: other
  print(neverText([])); // expect: other
  print(neverText(undefined)); // expect: other
  print(notNumber({})); // expect: true
  print(notNumber(null)); // expect: true
  print(flag(true)); // expect: true
  print(flag(false)); // expect: true
  print([1, 'b', null, Symbol.iterator, () => 1].map(any).join()); // expect: number,text,other,other,other
  try {
    null.x;
  } catch (error) {
    print(any(error)); // expect: other
    print(any(error.message)); // expect: text
  }
});
