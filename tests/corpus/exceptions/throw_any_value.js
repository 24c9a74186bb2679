// Any value can be thrown, and arrives as it was.
const print = vmImport(1);

function back(x) {
  try {
    throw x;
  } catch (e) {
    return e === x || (e !== e && x !== x);
  }
}

function run() {
  print(back(1)); // expect: true
  print(back(0.1)); // expect: true
  print(back(NaN)); // expect: true
  print(back('text')); // expect: true
  print(back('')); // expect: true
  print(back(null)); // expect: true
  print(back(undefined)); // expect: true
  print(back(false)); // expect: true
  print(back({})); // expect: true
  print(back([1])); // expect: true
  print(back(back)); // expect: true
  print(back(new Error('x'))); // expect: true
  try {
    throw { code: 7, deep: { text: 'inside' } };
  } catch (e) {
    print(e.code + e.deep.text); // expect: 7inside
  }
  try {
    throw () => 'called';
  } catch (e) {
    print(e()); // expect: called
  }
}

vmExport(1, run);
